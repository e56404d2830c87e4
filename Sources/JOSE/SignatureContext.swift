import Native

/// OpenSSL's `EVP_MD_CTX`, set up for one signature with one algorithm.
struct SignatureContext {
    enum Purpose { case signing, verifying }

    private let context: OpenSSLObject

    init(_ key: OpenSSLObject, _ algorithm: SignatureAlgorithm, for purpose: Purpose) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        let step = "set up \(algorithm.rawValue)"
        context = try unsafe OpenSSL.own(ssl.pointee.EVP_MD_CTX_new(), ssl.pointee.EVP_MD_CTX_free, step)
        var options: OpaquePointer?
        let digest = algorithm.digest
        let status =
            switch purpose {
            case .signing:
                unsafe ssl.pointee.EVP_DigestSignInit_ex(context.pointer, &options, digest, nil, nil, key.pointer, nil)
            case .verifying:
                unsafe ssl.pointee.EVP_DigestVerifyInit_ex(
                    context.pointer, &options, digest, nil, nil, key.pointer, nil)
            }
        try OpenSSL.require(status, step)
        guard algorithm.isPSS else { return }
        try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING), step)
        // RFC 7518 section 3.5: the salt is as long as the digest.
        try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST), step)
    }

    /// The signature in OpenSSL's own format.
    func sign(_ message: [UInt8]) throws(JOSEError) -> [UInt8] {
        let ssl = try unsafe OpenSSL.functions
        var length = 0
        let measured = unsafe ssl.pointee.EVP_DigestSign(context.pointer, nil, &length, message, message.count)
        try OpenSSL.require(measured, "sign")
        var signature = [UInt8](repeating: 0, count: length)
        let signed = unsafe ssl.pointee.EVP_DigestSign(context.pointer, &signature, &length, message, message.count)
        try OpenSSL.require(signed, "sign")
        return Array(signature.prefix(length))
    }

    /// - Parameter signature: in OpenSSL's own format.
    func verify(_ signature: [UInt8], of message: [UInt8]) throws(JOSEError) -> Bool {
        let ssl = try unsafe OpenSSL.functions
        let status = unsafe ssl.pointee.EVP_DigestVerify(
            context.pointer, signature, signature.count, message, message.count)
        try OpenSSL.dropErrors()
        return status == 1
    }
}
