import Native

/// A call of libkrb5 that failed: the number (krb5_err.et), or the system's own, and the library's words for it.
struct KerberosError: Error {
    let code: krb5_error_code
    let text: String

    init(_ code: krb5_error_code, text: String) {
        self.code = code
        self.text = text
    }

    /// Takes the words of the context's last failure; without a context those that always go with the number.
    init(_ code: krb5_error_code, of library: UnsafePointer<native_krb5>, _ context: krb5_context?) {
        self.code = code
        let message = unsafe library.pointee.krb5_get_error_message(context, code)
        text = unsafe message.map { unsafe String(cString: $0) } ?? "error \(code)"
        unsafe library.pointee.krb5_free_error_message(context, message)
    }

    /// Whether it is one of the system's numbers, like ENOENT, and none of Kerberos.
    var isOfSystem: Bool { (1..<1000).contains(code) }
}
