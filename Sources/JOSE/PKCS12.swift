import Native

/// A PKCS#12 file (RFC 7292), also called PFX: a private key with its certificates, under a password.
struct PKCS12 {
    private let file: OpenSSLObject

    /// Nil when the bytes are something else.
    init?(_ der: [UInt8]) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        let file = unsafe OpenSSL.decode(der, ssl.pointee.PKCS12_free) { position, count in
            unsafe ssl.pointee.d2i_PKCS12(nil, &position, count)
        }
        try OpenSSL.dropErrors()
        guard let file else { return nil }
        self.file = file
    }

    /// The key, nil when there is none, and all certificates.
    ///
    /// - Parameter password: nil stands for both forms of an empty password that there are.
    func open(password: String?) throws(JOSEError) -> (key: OpenSSLObject?, certificates: [Certificate]) {
        let ssl = try unsafe OpenSSL.functions
        var key: OpaquePointer?
        var first: OpaquePointer?
        var others: OpaquePointer?
        // OpenSSL takes no password for a file without a MAC, so such a file gets one.
        if let password, unsafe ssl.pointee.PKCS12_mac_present(file.pointer) == 0 {
            guard unsafe ssl.pointee.PKCS12_set_mac(file.pointer, password, -1, nil, 0, 1, nil) == 1 else {
                try OpenSSL.dropErrors()
                throw .malformedKey
            }
        }
        let isOpen = try OpenSSL.withLegacyCiphersIfNeeded {
            unsafe ssl.pointee.PKCS12_parse(file.pointer, password, &key, &first, &others) == 1
        }
        guard isOpen else { throw password == nil ? .passwordRequired : .wrongPassword }
        defer { unsafe ssl.pointee.OPENSSL_sk_free(others) }
        let ownedKey = unsafe key.map { unsafe OpenSSLObject($0, free: ssl.pointee.EVP_PKEY_free) }
        var owned = unsafe first.map { unsafe [OpenSSLObject($0, free: ssl.pointee.X509_free)] } ?? []
        while let other = unsafe OpaquePointer(ssl.pointee.OPENSSL_sk_pop(others)) {
            unsafe owned.append(OpenSSLObject(other, free: ssl.pointee.X509_free))
        }
        var certificates: [Certificate] = []
        for certificate in owned {
            let der = try unsafe OpenSSL.encode("read a certificate") {
                unsafe ssl.pointee.i2d_X509(certificate.pointer, $0)
            }
            certificates.append(try Certificate(der: der))
        }
        return (ownedKey, certificates)
    }
}
