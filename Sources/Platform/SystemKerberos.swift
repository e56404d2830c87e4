import Glibc
import World

/// The machine's Kerberos: MIT's libkrb5, which is loaded when tickets are first asked for.
///
/// What is chosen by `principal(from:)` is the process's default cache from then on, by `KRB5CCNAME`: there the
/// GSS-API of libcurl looks. libkrb5 has no limit of time of its own: a KDC that says nothing is given up on after
/// half a minute or so.
struct SystemKerberos: Kerberos {
    func principal(from source: TicketSource) throws(Failure) -> String {
        let kerberos = try KerberosContext()
        let (cache, principal) =
            switch source {
            case .cache: try cachedTicket(in: kerberos)
            case .keytab(let path, let name): try ticket(by: Keytab(path, in: kerberos), named: name, in: kerberos)
            }
        unsafe setenv(Self.variable, cache, 1)
        return principal
    }

    func prepareTicket(forHost host: String) throws(Failure) {
        // libcurl makes ASCII of such a name, and asks for the ticket then.
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        let host = host.filter { $0 != "[" && $0 != "]" }
        let kerberos = try KerberosContext()
        var person: String?
        do {
            let cache = try CredentialCache(defaultOf: kerberos)
            person = try KerberosPrincipal(of: cache).name
            try cache.getTicket(for: KerberosPrincipal(ofWebServer: host, in: kerberos))
        } catch {
            throw error.failure(to: "get a Kerberos ticket for HTTP/\(host)", for: person)
        }
    }

    /// Where libkrb5 looks for the default cache.
    private static let variable = "KRB5CCNAME"

    /// The default cache and whose it is, if it has a ticket that is good now.
    private func cachedTicket(in kerberos: KerberosContext) throws(Failure) -> (cache: String, principal: String) {
        let (name, person, ticket, now): (String, String, KerberosTicket?, Int)
        do {
            let cache = try CredentialCache(defaultOf: kerberos)
            (name, person) = (try cache.name, try KerberosPrincipal(of: cache).name)
            (ticket, now) = (try cache.lastTicket, try kerberos.now)
        } catch {
            throw error.failure(to: KerberosTicket.use)
        }
        guard let ticket else {
            throw Failure(
                .interactionRequired, "cannot \(KerberosTicket.use): \(person) has no ticket in \(name)",
                hint: "kinit \(person)")
        }
        try ticket.check(at: now, of: person)
        return (name, person)
    }

    /// A ticket by a key, in a cache that is in memory only.
    private func ticket(
        by keytab: Keytab, named name: String?, in kerberos: KerberosContext
    ) throws(Failure) -> (cache: String, principal: String) {
        let principal = try keytab.principal(named: name)
        do {
            let cache = try CredentialCache("MEMORY:tokenctl", in: kerberos)
            try KeytabFile(keytab.path, in: kerberos).getTicket(
                for: KerberosPrincipal(principal, in: kerberos), into: cache)
            return (try cache.name, principal)
        } catch {
            throw error.failure(to: "log in to Kerberos as \(principal) with '\(keytab.path)'", for: principal)
        }
    }
}
