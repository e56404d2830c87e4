import Glibc

/// One connection of a browser: a request comes in, an answer goes out, and what still comes is thrown away.
final class LoopbackConnection {
    private enum Phase {
        case receiving
        case sending
        /// The answer is out. Closing with something unread would take it back (RFC 9112 section 9.6).
        case draining
        case over
    }

    /// When something last went in or out, in ticks.
    var lastActivity: Int

    private let socket: Descriptor
    private var phase = Phase.receiving
    private var received: [UInt8] = []
    private var unsent: ArraySlice<UInt8> = []

    init(_ socket: consuming Descriptor, now: Int) {
        self.socket = socket
        lastActivity = now
    }

    var number: Int32 { socket.number }
    var isReceiving: Bool { phase == .receiving }
    var isOver: Bool { phase == .over }

    /// What `poll(2)` is to wait for.
    var events: Int16 { Int16(phase == .sending ? POLLOUT : POLLIN) }

    /// All that has come so far; nil when nothing new came.
    func receive() -> [UInt8]? {
        guard let bytes = read(), !bytes.isEmpty else { return nil }
        received += bytes
        return received
    }

    func send(_ bytes: [UInt8]) {
        unsent = bytes[...]
        phase = .sending
        proceed()
    }

    /// Does what can be done at once after the request.
    func proceed() {
        while phase == .sending, let count = write() {
            unsent = unsent.dropFirst(count)
            guard unsent.isEmpty else { continue }
            shutdown(number, Int32(SHUT_WR))
            phase = .draining
        }
        while phase == .draining, read() != nil {}
    }

    /// Sends the rest of the answer, however slowly it is taken, but no longer than that.
    func finish(before end: Int, _ clock: SystemClock) {
        while phase == .sending, clock.ticks < end {
            var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
            _ = unsafe poll(&waiting, 1, Int32(clamping: end - clock.ticks))
            proceed()
        }
    }

    /// What is there to read; nil when nothing is, or when the connection ended.
    private func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 16384)
        let count = Posix.retrying { unsafe recv(number, &buffer, buffer.count, 0) }
        if count == 0 || (count < 0 && errno != EAGAIN) { phase = .over }
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    /// How many bytes were taken; nil when none can be, or when the connection broke.
    private func write() -> Int? {
        let count = Posix.retrying {
            unsafe unsent.withUnsafeBytes {
                unsafe Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
        }
        if count < 0, errno != EAGAIN { phase = .over }
        return count > 0 ? count : nil
    }
}
