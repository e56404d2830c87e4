import Synchronization
import World

/// The machine's Kerberos: MIT's libkrb5, which is loaded when tickets are first asked for.
struct SystemKerberos: Kerberos {
    let chosen: ChosenCache

    /// - Parameter chosen: is told what was logged in with.
    init(chosen: ChosenCache = ChosenCache()) { self.chosen = chosen }

    func principal(in source: TicketSource) throws(Failure) -> String {
        let kerberos = try KerberosContext()
        switch source {
        case .cache:
            do {
                return try KerberosPrincipal(of: CredentialCache(defaultOf: kerberos)).name
            } catch {
                throw error.failure(to: KerberosTicket.use)
            }
        case .keytab(let path, let name): return try Keytab(path, in: kerberos).principal(named: name)
        }
    }

    func logIn(from source: TicketSource, for username: String?, within milliseconds: Int) throws(Failure) -> String {
        let kerberos = try KerberosContext()
        let (cache, principal): (String, String)
        switch source {
        case .cache: (cache, principal) = try cachedTicket(of: username, in: kerberos)
        case .keytab(let path, let name):
            let keytab = try Keytab(path, in: kerberos)
            (cache, principal) = ("MEMORY:tokenctl", try keytab.principal(named: name, of: username))
            let file = keytab.path
            try ask(to: "log in to Kerberos as \(principal) with '\(file)'", for: principal, within: milliseconds) {
                kerberos throws(KerberosError) in
                try KeytabFile(file, in: kerberos).getTicket(
                    for: KerberosPrincipal(principal, in: kerberos), into: CredentialCache(cache, in: kerberos))
            }
        }
        chosen.name.withLock { $0 = cache }
        return principal
    }

    func prepareTicket(forHost host: String, within milliseconds: Int) throws(Failure) {
        // libcurl makes ASCII of such a name, and asks for the ticket then.
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        let host = host.filter { $0 != "[" && $0 != "]" }
        let task = "get a Kerberos ticket for HTTP/\(host)"
        let kerberos = try KerberosContext()
        let (name, person): (String, String)
        do {
            let chosen = chosen.name.withLock { $0 }
            let cache =
                if let chosen { try CredentialCache(chosen, in: kerberos) } else {
                    try CredentialCache(defaultOf: kerberos)
                }
            (name, person) = (try cache.name, try KerberosPrincipal(of: cache).name)
        } catch {
            throw error.failure(to: task)
        }
        try ask(to: task, for: person, within: milliseconds) { kerberos throws(KerberosError) in
            try CredentialCache(name, in: kerberos).getTicket(for: KerberosPrincipal(ofWebServer: host, in: kerberos))
        }
    }

    /// Does what needs a KDC.
    ///
    /// - Parameters:
    ///   - task: what it is, as it stands behind "cannot".
    ///   - person: whose ticket it is about.
    private func ask(
        to task: String, for person: String, within milliseconds: Int,
        _ work: @escaping @Sendable (KerberosContext) throws(KerberosError) -> Void
    ) throws(Failure) {
        let call = KerberosCall { () throws(Failure) in
            let kerberos = try KerberosContext()
            do throws(KerberosError) { try work(kerberos) } catch { throw error.failure(to: task, for: person) }
        }
        guard let outcome = call.outcome(within: milliseconds) else {
            let realm = PrincipalName(person).realm
            throw Failure(
                .tryAgain,
                "cannot \(task): no Kerberos server (KDC) answered within \((milliseconds + 999) / 1000) s",
                hint: "check the network or the VPN, and the servers of \(realm) in /etc/krb5.conf, "
                    + "or allow more time with --timeout SECONDS", isRetryable: true)
        }
        try outcome.get()
    }

    /// The user's cache, else the default one, and whose it is, if it has a ticket that is good now.
    private func cachedTicket(
        of username: String?, in kerberos: KerberosContext
    ) throws(Failure) -> (cache: String, principal: String) {
        let (name, person, ticket, now): (String, String, KerberosTicket?, Int)
        do {
            let own = username.flatMap { CredentialCache.find($0, in: kerberos) }
            let cache = if let own { own } else { try CredentialCache(defaultOf: kerberos) }
            (name, person) = (try cache.name, try KerberosPrincipal(of: cache).name)
            (ticket, now) = (try cache.lastTicket, try kerberos.now)
        } catch {
            throw error.failure(to: KerberosTicket.use)
        }
        guard let ticket else {
            throw Failure(
                .interactionRequired, "cannot \(KerberosTicket.use): \(person) has no ticket in \(name)",
                hint: KerberosTicket.kinit(person))
        }
        try ticket.check(at: now, of: person)
        return (name, person)
    }
}
