import Native

/// A keytab in libkrb5's hands.
@safe
final class KeytabFile {
    let kerberos: KerberosContext
    let pointer: krb5_keytab

    init(_ path: String, in kerberos: KerberosContext) throws(KerberosError) {
        self.kerberos = kerberos
        unsafe pointer = try kerberos.made {
            unsafe kerberos.library.pointee.krb5_kt_resolve(kerberos.context, "FILE:\(path)", &$0)
        }
    }

    deinit { _ = unsafe kerberos.library.pointee.krb5_kt_close(kerberos.context, pointer) }

    /// Whose keys are in it, in their order, each once.
    var principals: [String] {
        get throws(KerberosError) {
            let library = unsafe kerberos.library
            var cursor: krb5_kt_cursor?
            unsafe try kerberos.check(library.pointee.krb5_kt_start_seq_get(kerberos.context, pointer, &cursor))
            defer { _ = unsafe library.pointee.krb5_kt_end_seq_get(kerberos.context, pointer, &cursor) }
            var principals: [String] = []
            while true {
                var entry = unsafe krb5_keytab_entry()
                let code = unsafe library.pointee.krb5_kt_next_entry(kerberos.context, pointer, &entry, &cursor)
                if code == krb5_error_code(KRB5_KT_END) { return principals }
                try kerberos.check(code)
                defer { _ = unsafe library.pointee.krb5_free_keytab_entry_contents(kerberos.context, &entry) }
                let name = unsafe try kerberos.name(of: entry.principal)
                if !principals.contains(name) { principals.append(name) }
            }
        }
    }

    /// Logs in, and puts the ticket in a cache in the place of all that was there.
    func getTicket(for person: KerberosPrincipal, into cache: CredentialCache) throws(KerberosError) {
        let library = unsafe kerberos.library
        let context = unsafe kerberos.context
        var options: UnsafeMutablePointer<krb5_get_init_creds_opt>?
        unsafe try kerberos.check(library.pointee.krb5_get_init_creds_opt_alloc(context, &options))
        defer { unsafe library.pointee.krb5_get_init_creds_opt_free(context, options) }
        // Nobody else is ever to act with it.
        unsafe library.pointee.krb5_get_init_creds_opt_set_forwardable(options, 0)
        unsafe try kerberos.check(
            library.pointee.krb5_get_init_creds_opt_set_out_ccache(context, options, cache.pointer))
        var credentials = unsafe krb5_creds()
        let code = unsafe library.pointee.krb5_get_init_creds_keytab(
            context, &credentials, person.pointer, pointer, 0, nil, options)
        try kerberos.check(code)
        unsafe library.pointee.krb5_free_cred_contents(context, &credentials)
    }
}
