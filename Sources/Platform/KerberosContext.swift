import Native
import World

/// libkrb5 with the machine's configuration, as `KRB5_CONFIG` or `/etc/krb5.conf` has it.
@safe
final class KerberosContext {
    let library: UnsafePointer<native_krb5>
    let context: krb5_context

    /// - Throws: `unavailable`, naming the package to install; `config` for a configuration that cannot be read.
    init() throws(Failure) {
        var problem: UnsafePointer<CChar>?
        guard let library = unsafe native_krb5(&problem) else {
            let reason = unsafe problem.map { unsafe String(cString: $0) } ?? "cannot load libkrb5"
            throw Failure(
                .unavailable, reason, hint: "sudo apt-get install libkrb5-3, or your system's package of MIT Kerberos")
        }
        var context: krb5_context?
        let code = unsafe library.pointee.krb5_init_context(&context)
        guard code == 0, let context = unsafe context else {
            throw unsafe KerberosError(code, of: library, nil).failure(to: "start Kerberos")
        }
        unsafe self.library = library
        unsafe self.context = context
    }

    deinit { unsafe library.pointee.krb5_free_context(context) }

    /// Passes on what a call answered.
    func check(_ code: krb5_error_code) throws(KerberosError) {
        guard code == 0 else { throw unsafe KerberosError(code, of: library, context) }
    }

    /// What a call made, and put where it was told to.
    func made<Object>(_ make: (inout Object?) -> krb5_error_code) throws(KerberosError) -> Object {
        var object: Object?
        let code = make(&object)
        guard code == 0, let object else { throw unsafe KerberosError(code, of: library, context) }
        return object
    }

    /// A principal as text: `alice@CORP.EXAMPLE`.
    @unsafe
    func name(of principal: krb5_const_principal?) throws(KerberosError) -> String {
        var name: UnsafeMutablePointer<CChar>?
        unsafe try check(library.pointee.krb5_unparse_name(context, principal, &name))
        defer { unsafe library.pointee.krb5_free_unparsed_name(context, name) }
        return unsafe name.map { unsafe String(cString: $0) } ?? ""
    }

    /// Seconds since 1970 by the KDC's clock, as far as libkrb5 knows how it differs from this machine's.
    var now: Int {
        get throws(KerberosError) {
            var now: krb5_timestamp = 0
            unsafe try check(library.pointee.krb5_timeofday(context, &now))
            return Self.seconds(now)
        }
    }

    /// libkrb5's times have 32 bits and no sign, though their type has one.
    static func seconds(_ time: krb5_timestamp) -> Int { Int(UInt32(bitPattern: time)) }
}
