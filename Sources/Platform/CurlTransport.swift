import Native
import Synchronization
import World

/// HTTP by libcurl, which is loaded when the first request is sent.
final class CurlTransport: Transport {
    /// One handle for the whole run: a second request to the same server uses the connection of the first.
    private let handle = Mutex<CurlHandle?>(nil)
    private let tickets: ChosenCache

    /// - Parameter tickets: what requests log in with that do so by Kerberos.
    init(tickets: ChosenCache = ChosenCache()) { self.tickets = tickets }

    func send(_ request: HTTPRequest, options: TransportOptions) throws(Failure) -> HTTPResponse {
        try handle.withLock { (handle: inout CurlHandle?) throws(Failure) -> HTTPResponse in
            let current = if let handle { handle } else { try CurlHandle() }
            handle = current
            return try CurlTransfer(request, options: options, tickets: tickets).run(on: current)
        }
    }
}
