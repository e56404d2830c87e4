import Synchronization
package import World

/// Tickets that are written down, and the hosts that tickets were got for.
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

    package func principal(from source: TicketSource) throws(Failure) -> String {
        asked.withLock { $0.append("\(source)") }
        return try name.get()
    }

    package func prepareTicket(forHost host: String) throws(Failure) {
        asked.withLock { $0.append(host) }
        try service.get()
    }
}
