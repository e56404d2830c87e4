/// Kerberos tickets (RFC 4120) of whoever runs the program.
package protocol Kerberos: Sendable {
    /// Whose tickets there are, as a principal: `alice@CORP.EXAMPLE`.
    ///
    /// With a keytab, a ticket is got by its key first, and kept in this process's memory only. What is sent with
    /// `HTTPRequest.logsInByKerberos` from then on uses these tickets.
    ///
    /// - Throws: `interactionRequired` where there is no ticket, or none that is still good; `noInput` or
    ///   `badCredentials` for a keytab; `unavailable` where no KDC answers; `config` for a realm that nobody knows.
    func principal(from source: TicketSource) throws(Failure) -> String

    /// Gets a ticket for the web server of that name, so that what could go wrong with it can be told.
    ///
    /// - Throws: the same as above.
    func prepareTicket(forHost host: String) throws(Failure)
}

/// Where a person's tickets are from.
package enum TicketSource: Sendable, Equatable {
    /// What `kinit` left: the default credential cache.
    case cache
    /// A file of keys; its first principal where none is named.
    case keytab(path: String, principal: String?)
}
