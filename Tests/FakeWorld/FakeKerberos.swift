import Synchronization
package import World

/// Tickets that are written down, and what they were wanted for.
package final class FakeKerberos: Kerberos {
    private let name: Result<String, Failure>
    private let service: Result<Void, Failure>
    private let asked = Mutex<[String]>([])

    package init(_ name: Result<String, Failure>, service: Result<Void, Failure> = .success(())) {
        self.name = name
        self.service = service
    }

    /// What was asked of it, in order.
    package var questions: [String] { asked.withLock { $0 } }

    package func principal(in source: TicketSource) throws(Failure) -> String {
        asked.withLock { $0.append("whose: \(source)") }
        return try name.get()
    }

    package func logIn(
        from source: TicketSource, for username: String?, within milliseconds: Int
    ) throws(Failure) -> String {
        asked.withLock { $0.append("\(source) for \(username ?? "anybody") in \(milliseconds) ms") }
        return try name.get()
    }

    package func prepareTicket(forHost host: String, within milliseconds: Int) throws(Failure) {
        asked.withLock { $0.append("\(host) in \(milliseconds) ms") }
        try service.get()
    }
}
