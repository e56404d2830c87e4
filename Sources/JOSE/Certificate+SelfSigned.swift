import Native

extension Certificate {
    /// A new certificate that the key signs for itself.
    ///
    /// - Parameter notBefore: seconds since 1970, as `notAfter`.
    package static func selfSigned(
        for key: PrivateKey, commonName: String, notBefore: Int, notAfter: Int
    ) throws(JOSEError) -> Certificate {
        let ssl = try unsafe OpenSSL.functions
        let step = "make a certificate"
        let certificate = try unsafe OpenSSL.own(ssl.pointee.X509_new(), ssl.pointee.X509_free, step)
        let subject = unsafe ssl.pointee.X509_get_subject_name(certificate.pointer)
        let name = Array(commonName.utf8)
        let digest = unsafe key.kind == .ed25519 ? nil : ssl.pointee.EVP_sha256()
        try unsafe OpenSSL.require(ssl.pointee.X509_set_version(certificate.pointer, Int(X509_VERSION_3)), step)
        try unsafe OpenSSL.require(
            ssl.pointee.ASN1_INTEGER_set_uint64(
                ssl.pointee.X509_get_serialNumber(certificate.pointer), UInt64.random(in: 1...UInt64(Int64.max))), step)
        guard unsafe ssl.pointee.ASN1_TIME_set(ssl.pointee.X509_getm_notBefore(certificate.pointer), notBefore) != nil,
            unsafe ssl.pointee.ASN1_TIME_set(ssl.pointee.X509_getm_notAfter(certificate.pointer), notAfter) != nil
        else { throw try OpenSSL.failure(step) }
        try unsafe OpenSSL.require(
            ssl.pointee.X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, CInt(name.count), -1, 0), step)
        try unsafe OpenSSL.require(ssl.pointee.X509_set_issuer_name(certificate.pointer, subject), step)
        try unsafe OpenSSL.require(ssl.pointee.X509_set_pubkey(certificate.pointer, key.key.pointer), step)
        // The answer is the signature's length.
        guard unsafe ssl.pointee.X509_sign(certificate.pointer, key.key.pointer, digest) > 0 else {
            throw try OpenSSL.failure(step)
        }
        return try unsafe Certificate(
            der: OpenSSL.encode(step) { unsafe ssl.pointee.i2d_X509(certificate.pointer, $0) })
    }
}
