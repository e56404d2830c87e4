import Native

/// An encrypted PKCS#8 key (RFC 5958 section 3).
struct EncryptedKey {
    private let box: OpenSSLObject

    /// Nil when the bytes are something else.
    init?(_ der: [UInt8]) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        let box = unsafe OpenSSL.decode(der, ssl.pointee.X509_SIG_free) { position, count in
            unsafe ssl.pointee.d2i_X509_SIG(nil, &position, count)
        }
        try OpenSSL.dropErrors()
        guard let box else { return nil }
        self.box = box
    }

    func open(password: String?) throws(JOSEError) -> OpenSSLObject {
        guard let password else { throw .passwordRequired }
        let ssl = try unsafe OpenSSL.functions
        let length = CInt(clamping: password.utf8.count)
        var info: OpaquePointer?
        let isOpen = try OpenSSL.withLegacyCiphersIfNeeded {
            unsafe info = ssl.pointee.PKCS8_decrypt(box.pointer, password, length)
            return unsafe info != nil
        }
        guard isOpen else { throw .wrongPassword }
        defer { unsafe ssl.pointee.PKCS8_PRIV_KEY_INFO_free(info) }
        guard let key = unsafe ssl.pointee.EVP_PKCS82PKEY_ex(info, nil, nil) else {
            try OpenSSL.dropErrors()
            throw .unsupportedKey
        }
        return try unsafe OpenSSL.own(key, ssl.pointee.EVP_PKEY_free, "read a key")
    }
}
