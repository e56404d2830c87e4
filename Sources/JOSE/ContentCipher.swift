import Native

/// AES in Galois/Counter Mode with a 256-bit key, as `A256GCM` uses it (RFC 7518 section 5.3).
struct ContentCipher {
    /// Bytes: a nonce of 96 bits, a tag of 128.
    static let nonceLength = 12
    static let tagLength = 16

    /// Ciphertext and its authentication tag.
    struct Sealed {
        let ciphertext: [UInt8]
        let tag: [UInt8]
    }

    let key: ContentKey

    /// A fresh random nonce: 2^32 of them under one key are safe (NIST SP 800-38D section 8.3).
    static func freshNonce() throws(JOSEError) -> [UInt8] {
        let ssl = try unsafe OpenSSL.functions
        var nonce = [UInt8](repeating: 0, count: nonceLength)
        try unsafe OpenSSL.require(ssl.pointee.RAND_priv_bytes(&nonce, CInt(nonceLength)), "make a nonce")
        return nonce
    }

    func encrypt(_ content: [UInt8], nonce: [UInt8], authenticating data: [UInt8]) throws(JOSEError) -> Sealed {
        let ssl = try unsafe OpenSSL.functions
        let context = try context(nonce: nonce, encrypts: true)
        let step = "encrypt"
        let ciphertext = try feed(content, authenticating: data, into: context, step)
        var rest = [UInt8](repeating: 0, count: Self.tagLength)
        var count: CInt = 0
        try unsafe OpenSSL.require(ssl.pointee.EVP_CipherFinal_ex(context.pointer, &rest, &count), step)
        var tag = [UInt8](repeating: 0, count: Self.tagLength)
        try unsafe OpenSSL.require(
            ssl.pointee.EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_GET_TAG, CInt(Self.tagLength), &tag), step)
        return Sealed(ciphertext: ciphertext, tag: tag)
    }

    /// nil when the key, the nonce, the data or what is sealed is not the one that was used.
    func decrypt(_ sealed: Sealed, nonce: [UInt8], authenticating data: [UInt8]) throws(JOSEError) -> [UInt8]? {
        guard nonce.count == Self.nonceLength, sealed.tag.count == Self.tagLength else { return nil }
        let ssl = try unsafe OpenSSL.functions
        let context = try context(nonce: nonce, encrypts: false)
        let step = "decrypt"
        let content = try feed(sealed.ciphertext, authenticating: data, into: context, step)
        var tag = sealed.tag
        try unsafe OpenSSL.require(
            ssl.pointee.EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_SET_TAG, CInt(Self.tagLength), &tag), step)
        var rest = [UInt8](repeating: 0, count: Self.tagLength)
        var count: CInt = 0
        // Until this says that the tag is right, nothing of the content may be used.
        guard unsafe ssl.pointee.EVP_CipherFinal_ex(context.pointer, &rest, &count) == 1 else {
            try OpenSSL.dropErrors()
            return nil
        }
        return content
    }

    private func context(nonce: [UInt8], encrypts: Bool) throws(JOSEError) -> OpenSSLObject {
        let ssl = try unsafe OpenSSL.functions
        let step = "use AES-256-GCM"
        let context = try unsafe OpenSSL.own(
            ssl.pointee.EVP_CIPHER_CTX_new(), ssl.pointee.EVP_CIPHER_CTX_free, step)
        try unsafe OpenSSL.require(
            ssl.pointee.EVP_CipherInit_ex2(
                context.pointer, ssl.pointee.EVP_aes_256_gcm(), key.octets, nonce, encrypts ? 1 : 0, nil), step)
        return context
    }

    private func feed(
        _ input: [UInt8], authenticating data: [UInt8], into context: OpenSSLObject, _ step: String
    ) throws(JOSEError) -> [UInt8] {
        let ssl = try unsafe OpenSSL.functions
        var count: CInt = 0
        let length = CInt(clamping: input.count)
        try unsafe OpenSSL.require(
            ssl.pointee.EVP_CipherUpdate(context.pointer, nil, &count, data, CInt(clamping: data.count)), step)
        var output = [UInt8](repeating: 0, count: input.count)
        try unsafe OpenSSL.require(
            ssl.pointee.EVP_CipherUpdate(context.pointer, &output, &count, input, length), step)
        return output
    }
}
