/// Kerberos tickets (RFC 4120) of whoever runs the program.
package protocol Kerberos: Sendable {
    /// Whose tickets there are, as a principal: `alice@CORP.EXAMPLE`.
    ///
    /// With a keytab, a ticket is got by its key first, and kept in this process's memory only. What is sent with
    /// `HTTPRequest.logsInByKerberos` from then on uses these tickets.
    ///
    /// - Throws: `interactionRequired` where there is no ticket, or none that is good now; `noInput`, `badData` or
    ///   `usage` for a keytab, `badCredentials` for a key or an account that the KDC refuses; `unavailable` where no KDC
    ///   answers, after half a minute if it is silent; `config` for a realm without a known KDC and for clocks that differ.
    func principal(from source: TicketSource) throws(Failure) -> String

    /// Gets a ticket for the web server of that name, so that what could go wrong with it can be told.
    ///
    /// - Throws: `refused` where the realm knows no such server; otherwise the same as above.
    func prepareTicket(forHost host: String) throws(Failure)
}

/// Where a person's tickets are from.
package enum TicketSource: Sendable, Equatable {
    /// What `kinit` left: the default credential cache.
    case cache
    /// A file of keys; its first principal where none is named.
    case keytab(path: String, principal: String?)
}
