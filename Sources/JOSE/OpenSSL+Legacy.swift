import Native

extension OpenSSL {
    /// Tries to decipher a file, and once more with OpenSSL's legacy provider when the file needs an old cipher.
    ///
    /// Files from old Windows and Java versions are encrypted with RC2 of 40 bits, which OpenSSL 3 keeps apart. The
    /// provider is loaded for the rest of the process, and only by such a file. Answers false for a wrong password.
    static func withLegacyCiphersIfNeeded(_ decipher: () -> Bool) throws(JOSEError) -> Bool {
        if decipher() { return true }
        guard try takeErrors().contains(where: \.isUnsupported) else { return false }
        // The last argument keeps the default provider in use.
        guard try unsafe functions.pointee.OSSL_PROVIDER_try_load(nil, "legacy", 1) != nil else {
            try dropErrors()
            throw JOSEError(
                .missingLibrary,
                "the private key is encrypted with an old cipher that needs OpenSSL's legacy provider, which is not "
                    + "installed: install openssl-provider-legacy, or encrypt the key anew with AES")
        }
        if decipher() { return true }
        guard try takeErrors().contains(where: \.isUnsupported) else { return false }
        throw JOSEError(
            .unsupportedAlgorithm, "the private key is encrypted with a cipher that OpenSSL does not have: use AES")
    }
}
