import Glibc
import World

/// A port on 127.0.0.1 that browsers are redirected to.
///
/// All connections are served in turn by one `poll(2)`: browsers open some that they never use, and those must not
/// hold up the one that matters.
final class LoopbackListener: RedirectListener {
    /// More than any browser opens; beyond that the quietest has to go.
    private static let mostConnections = 64
    private static let idleMilliseconds = 10_000
    private static let farewellMilliseconds = 2_000

    let port: Int
    private let socket: Descriptor
    private let clock = SystemClock()

    init(socket: consuming Descriptor, port: Int) {
        self.socket = socket
        self.port = port
    }

    func serve(until deadline: Int?, answer: (RedirectRequest) -> RedirectReply) throws(Failure) -> Bool {
        var connections: [LoopbackConnection] = []
        while true {
            let now = clock.ticks
            if let deadline, now >= deadline { return false }
            connections.removeAll { $0.isOver || now - $0.lastActivity >= Self.idleMilliseconds }
            let ready = try wait(for: connections, now: now, deadline: deadline)
            for (connection, _) in zip(connections, ready.dropFirst()).filter(\.1) {
                guard let reply = serve(connection, answer), reply.isFinal else { continue }
                connection.finish(before: clock.ticks + Self.farewellMilliseconds, clock)
                return true
            }
            if ready.first == true { try accept(into: &connections) }
        }
    }

    /// Moves one connection on.
    ///
    /// - Returns: the reply when the request was for `answer`.
    private func serve(_ connection: LoopbackConnection, _ answer: (RedirectRequest) -> RedirectReply)
        -> RedirectReply?
    {
        connection.lastActivity = clock.ticks
        guard connection.isReceiving else {
            connection.proceed()
            return nil
        }
        guard let bytes = connection.receive() else { return nil }
        switch LoopbackRequest(bytes, port: port) {
        case .incomplete: return nil
        case .refused(let status):
            connection.send(LoopbackResponse.refusal(status))
            return nil
        case .complete(let request):
            let reply = answer(request)
            connection.send(LoopbackResponse.bytes(reply))
            return reply
        }
    }

    /// Waits until something can be done, or until the next moment at which time runs out for someone.
    ///
    /// - Returns: who can be served: the port itself, then the connections.
    private func wait(for connections: [LoopbackConnection], now: Int, deadline: Int?) throws(Failure) -> [Bool] {
        let ends = connections.map { $0.lastActivity + Self.idleMilliseconds } + (deadline.map { [$0] } ?? [])
        let timeout = ends.min().map { Int32(clamping: max($0 - now, 0)) } ?? -1
        var waiting = [pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)]
        waiting += connections.map { pollfd(fd: $0.number, events: $0.events, revents: 0) }
        guard unsafe poll(&waiting, nfds_t(waiting.count), timeout) >= 0 || errno == EINTR else { throw failure() }
        return waiting.map { $0.revents != 0 }
    }

    private func accept(into connections: inout [LoopbackConnection]) throws(Failure) {
        guard let new = Descriptor(Glibc.accept(socket.number, nil, nil)) else {
            if [EAGAIN, ECONNABORTED, EINTR].contains(errno) { return }
            throw failure()
        }
        _ = fcntl(new.number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(new.number, F_SETFL, O_NONBLOCK)
        if connections.count >= Self.mostConnections,
            let quietest = connections.indices.min(by: {
                connections[$0].lastActivity < connections[$1].lastActivity
            })
        {
            connections.remove(at: quietest)
        }
        connections.append(LoopbackConnection(new, now: clock.ticks))
    }

    private func failure() -> Failure {
        Failure(.unavailable, "cannot go on listening on port \(port): \(Posix.lastError)")
    }
}
