/// Kerberos tickets (RFC 4120) of whoever runs the program.
package protocol Kerberos: Sendable {
    /// Whose tickets they are, good or not, or would be: a principal like `alice@CORP.EXAMPLE`. No KDC is asked.
    ///
    /// - Throws: `interactionRequired` where there is no ticket; `noInput`, `badData` or `usage` for a keytab.
    func principal(in source: TicketSource) throws(Failure) -> String

    /// Makes sure that there is a good ticket; a keytab's key gets one, which is kept in this process's memory only.
    ///
    /// What is sent with `HTTPRequest.logsInByKerberos` from then on uses these tickets.
    ///
    /// - Parameters:
    ///   - username: of several people's tickets or keys those are taken that look like this user's, if there are any.
    ///   - milliseconds: how long KDCs may take.
    /// - Returns: whose tickets they are.
    /// - Throws: as above, and `interactionRequired` for a ticket that is not good now; `badCredentials` for a key or an
    ///   account that the KDC refuses; `tryAgain` or `unavailable` where no KDC answers; `config` for a realm without a
    ///   known KDC and for clocks that differ.
    func logIn(from source: TicketSource, for username: String?, within milliseconds: Int) throws(Failure) -> String

    /// Gets a ticket for the web server of that name, so that what could go wrong with it can be told.
    ///
    /// - Throws: `refused` where the realm knows no such server; otherwise the same as above.
    func prepareTicket(forHost host: String, within milliseconds: Int) throws(Failure)
}

/// Where a person's tickets are from.
package enum TicketSource: Sendable, Equatable {
    /// What `kinit` left: the default credential cache, or another of its collection.
    case cache
    /// A file of keys; where no principal is named, that of the user, or else the first.
    case keytab(path: String, principal: String?)
}
