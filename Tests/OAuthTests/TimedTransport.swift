import FakeWorld
import Synchronization
import World

/// A scripted server that looks at the clock.
final class TimedTransport: Transport {
    private let script: ScriptedTransport
    private let clock: FakeClock
    private let seen = Mutex<[(ticks: Int, timeout: Int)]>([])

    init(_ script: ScriptedTransport, clock: FakeClock) {
        self.script = script
        self.clock = clock
    }

    /// When each request came, and the milliseconds that it was given.
    var tries: [(ticks: Int, timeout: Int)] { seen.withLock { $0 } }

    func send(_ request: HTTPRequest, options: TransportOptions) throws(Failure) -> HTTPResponse {
        seen.withLock { $0.append((clock.ticks, options.timeoutMilliseconds)) }
        return try script.send(request, options: options)
    }
}
