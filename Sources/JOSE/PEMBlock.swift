import Native

/// One block of a PEM file (RFC 7468), deciphered where RFC 1421 headers say that it is enciphered.
struct PEMBlock {
    /// What stands behind `BEGIN`, such as `CERTIFICATE`.
    let label: String
    let der: [UInt8]
    /// Deciphered with the password: when it then makes no sense, the password was wrong.
    let wasEncrypted: Bool

    /// All the blocks of a file, leaving out whatever stands between them; none when the file is not PEM.
    ///
    /// Throws `malformedKey` for a block that is cut short or damaged, `passwordRequired`, `wrongPassword`.
    static func all(in bytes: [UInt8], password: String?) throws(JOSEError) -> [PEMBlock] {
        let ssl = try unsafe OpenSSL.functions
        let file = try unsafe OpenSSL.own(
            ssl.pointee.BIO_new(ssl.pointee.BIO_s_mem()), ssl.pointee.BIO_free_all, "read")
        // A byte order mark would hide the first line from OpenSSL.
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let length = CInt(exactly: text.count), unsafe ssl.pointee.BIO_write(file.pointer, text, length) == length
        else {
            try OpenSSL.dropErrors()
            return []
        }
        var blocks: [PEMBlock] = []
        while let block = try next(in: file, password: password) { blocks.append(block) }
        return blocks
    }

    private static func next(in file: OpenSSLObject, password: String?) throws(JOSEError) -> PEMBlock? {
        let ssl = try unsafe OpenSSL.functions
        var label: UnsafeMutablePointer<CChar>?
        var header: UnsafeMutablePointer<CChar>?
        var data: UnsafeMutablePointer<UInt8>?
        var length = 0
        guard unsafe ssl.pointee.PEM_read_bio(file.pointer, &label, &header, &data, &length) == 1 else {
            let reasons = try OpenSSL.takeErrors()
            if reasons.contains(where: { $0.library == ERR_LIB_PEM && $0.reason == PEM_R_NO_START_LINE }) { return nil }
            throw JOSEError(.malformedKey, "the PEM text is damaged: a block in it is cut short or not base64")
        }
        defer {
            unsafe ssl.pointee.CRYPTO_free(label, nil, 0)
            unsafe ssl.pointee.CRYPTO_free(header, nil, 0)
            unsafe ssl.pointee.CRYPTO_clear_free(data, length, nil, 0)
        }
        guard let label = unsafe label, let header = unsafe header, let data = unsafe data else { return nil }
        let isEncrypted = unsafe header.pointee != 0
        if isEncrypted { try unsafe decipher(header, data, &length, password) }
        return unsafe PEMBlock(
            label: String(cString: label), der: Array(UnsafeBufferPointer(start: data, count: length)),
            wasEncrypted: isEncrypted)
    }

    /// Undoes RFC 1421 encryption, in place.
    private static func decipher(
        _ header: UnsafeMutablePointer<CChar>, _ data: UnsafeMutablePointer<UInt8>, _ length: inout Int,
        _ password: String?
    ) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        var cipher = unsafe EVP_CIPHER_INFO()
        guard unsafe ssl.pointee.PEM_get_EVP_CIPHER_INFO(header, &cipher) == 1 else {
            try OpenSSL.dropErrors()
            throw JOSEError(
                .unsupportedAlgorithm, "the key is encrypted with an unknown cipher: write it anew as PKCS#8")
        }
        guard let password else { throw .passwordRequired }
        // Without a callback of ours OpenSSL takes its last argument for the password, and so never asks on the terminal.
        let status = unsafe password.withCString {
            unsafe ssl.pointee.PEM_do_header(&cipher, data, &length, nil, UnsafeMutableRawPointer(mutating: $0))
        }
        guard status == 1 else {
            try OpenSSL.dropErrors()
            throw .wrongPassword
        }
    }
}
