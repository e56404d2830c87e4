import Native
import World

/// The machine's Kerberos: MIT's libkrb5, which is loaded when tickets are first asked for.
struct SystemKerberos: Kerberos {
    func principal(from source: TicketSource) throws(Failure) -> String {
        throw Failure(.internalError, "Kerberos is not built yet")
    }

    func prepareTicket(forHost host: String) throws(Failure) {
        throw Failure(.internalError, "Kerberos is not built yet")
    }
}
