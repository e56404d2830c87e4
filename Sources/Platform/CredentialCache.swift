import Native
import World

/// Someone's tickets: a file, the kernel's keyring, a daemon's memory or this process's.
@safe
final class CredentialCache {
    let kerberos: KerberosContext
    let pointer: krb5_ccache

    /// The default one: `KRB5CCNAME`, or what the configuration says.
    init(defaultOf kerberos: KerberosContext) throws(KerberosError) {
        self.kerberos = kerberos
        unsafe pointer = try kerberos.made { unsafe kerberos.library.pointee.krb5_cc_default(kerberos.context, &$0) }
    }

    /// Of the default one's collection that whose owner looks like a user, one with a good ticket first; nil where none
    /// does.
    static func find(_ username: String, in kerberos: KerberosContext) -> CredentialCache? {
        let all = (try? collection(of: kerberos)) ?? []
        let now = (try? kerberos.now) ?? 0
        let areGood = all.map { (try? $0.lastTicket).map { $0.end > now } ?? false }
        let caches = [true, false].flatMap { isGood in zip(all, areGood).filter { $0.1 == isGood }.map(\.0) }
        let owners = caches.map { (try? KerberosPrincipal(of: $0).name) ?? "" }
        return PrincipalName.position(of: username, among: owners).map { caches[$0] }
    }

    /// The default one's collection, that first.
    private static func collection(of kerberos: KerberosContext) throws(KerberosError) -> [CredentialCache] {
        let library = unsafe kerberos.library
        var cursor: krb5_cccol_cursor?
        unsafe try kerberos.check(library.pointee.krb5_cccol_cursor_new(kerberos.context, &cursor))
        defer { _ = unsafe library.pointee.krb5_cccol_cursor_free(kerberos.context, &cursor) }
        var caches: [CredentialCache] = []
        while true {
            var pointer: krb5_ccache?
            unsafe try kerberos.check(library.pointee.krb5_cccol_cursor_next(kerberos.context, cursor, &pointer))
            guard let pointer = unsafe pointer else { return caches }
            unsafe caches.append(CredentialCache(pointer, in: kerberos))
        }
    }

    @unsafe
    private init(_ pointer: krb5_ccache, in kerberos: KerberosContext) {
        self.kerberos = kerberos
        unsafe self.pointer = pointer
    }

    /// - Parameter name: with its type, `MEMORY:name` for example.
    init(_ name: String, in kerberos: KerberosContext) throws(KerberosError) {
        self.kerberos = kerberos
        unsafe pointer = try kerberos.made {
            unsafe kerberos.library.pointee.krb5_cc_resolve(kerberos.context, name, &$0)
        }
    }

    deinit { _ = unsafe kerberos.library.pointee.krb5_cc_close(kerberos.context, pointer) }

    /// With its type; of a collection the one cache that is chosen now.
    var name: String {
        get throws(KerberosError) {
            var name: UnsafeMutablePointer<CChar>?
            unsafe try kerberos.check(
                kerberos.library.pointee.krb5_cc_get_full_name(kerberos.context, pointer, &name))
            defer { unsafe kerberos.library.pointee.krb5_free_string(kerberos.context, name) }
            return unsafe name.map { unsafe String(cString: $0) } ?? ""
        }
    }

    /// The ticket that is good for longest: one to get others with, if there is any.
    ///
    /// What libkrb5 notes for itself in the same form is none.
    var lastTicket: KerberosTicket? {
        get throws(KerberosError) {
            let library = unsafe kerberos.library
            var cursor: krb5_cc_cursor?
            unsafe try kerberos.check(
                library.pointee.krb5_cc_start_seq_get(kerberos.context, pointer, &cursor))
            defer { _ = unsafe library.pointee.krb5_cc_end_seq_get(kerberos.context, pointer, &cursor) }
            var last: KerberosTicket?
            while true {
                var credentials = unsafe krb5_creds()
                let code = unsafe library.pointee.krb5_cc_next_cred(kerberos.context, pointer, &cursor, &credentials)
                if code == krb5_error_code(KRB5_CC_END) { return last }
                try kerberos.check(code)
                defer { unsafe library.pointee.krb5_free_cred_contents(kerberos.context, &credentials) }
                if unsafe library.pointee.krb5_is_config_principal(kerberos.context, credentials.server) != 0 {
                    continue
                }
                let ticket = unsafe try KerberosTicket(credentials, in: kerberos)
                if ticket.isBetter(than: last) { last = ticket }
            }
        }
    }

    /// Gets the ticket for a service, unless it is in the cache, and keeps it there.
    func getTicket(for service: KerberosPrincipal) throws(KerberosError) {
        let person = try KerberosPrincipal(of: self)
        var wanted = unsafe krb5_creds()
        unsafe wanted.client = person.pointer
        unsafe wanted.server = service.pointer
        var ticket: UnsafeMutablePointer<krb5_creds>?
        let code = unsafe kerberos.library.pointee.krb5_get_credentials(
            kerberos.context, 0, pointer, &wanted, &ticket)
        withExtendedLifetime((person, service)) {}
        try kerberos.check(code)
        unsafe kerberos.library.pointee.krb5_free_creds(kerberos.context, ticket)
    }
}
