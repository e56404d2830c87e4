import Native

/// A principal in libkrb5's own form.
@safe
final class KerberosPrincipal {
    let kerberos: KerberosContext
    let pointer: krb5_principal

    /// - Parameter name: with its realm, as libkrb5 writes it.
    init(_ name: String, in kerberos: KerberosContext) throws(KerberosError) {
        self.kerberos = kerberos
        unsafe pointer = try kerberos.made {
            unsafe kerberos.library.pointee.krb5_parse_name(kerberos.context, name, &$0)
        }
    }

    /// `HTTP/host`, which GSS-API makes of `HTTP@host` in the same way: RFC 4559 section 4.1, RFC 4121.
    init(ofWebServer host: String, in kerberos: KerberosContext) throws(KerberosError) {
        self.kerberos = kerberos
        unsafe pointer = try kerberos.made {
            unsafe kerberos.library.pointee.krb5_sname_to_principal(
                kerberos.context, host, "HTTP", krb5_int32(KRB5_NT_SRV_HST), &$0)
        }
    }

    /// Whose tickets a cache holds.
    init(of cache: CredentialCache) throws(KerberosError) {
        let kerberos = cache.kerberos
        self.kerberos = kerberos
        unsafe pointer = try kerberos.made {
            unsafe kerberos.library.pointee.krb5_cc_get_principal(kerberos.context, cache.pointer, &$0)
        }
    }

    deinit { unsafe kerberos.library.pointee.krb5_free_principal(kerberos.context, pointer) }

    /// With its realm.
    var name: String {
        get throws(KerberosError) { unsafe try kerberos.name(of: pointer) }
    }
}
