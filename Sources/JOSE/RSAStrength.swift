import Native

/// What an RSA key must be before it is used, whichever way it came: JWK, PEM, DER or certificate.
enum RSAStrength {
    /// RFC 7518 section 3.3.
    static let leastBits = 2048

    /// Throws `weakKey` for a short or broken modulus, a broken exponent, and a key of a chip that made guessable ones.
    static func check(_ key: OpenSSLObject, bits: Int) throws(JOSEError) {
        guard bits >= leastBits else {
            throw JOSEError(.weakKey, "an RSA key of \(bits) bits is too weak: use one of at least \(leastBits)")
        }
        let exponent = try number(OSSL_PKEY_PARAM_RSA_E, of: key)
        // 1 makes every message its own signature.
        guard try unsafe OpenSSL.functions.pointee.BN_num_bits(exponent.pointer) > 1,
            try remainder(of: exponent, by: 2) == 1
        else { throw JOSEError(.weakKey, "the RSA key's public exponent is 1 or even: it protects nothing") }
        let modulus = try number(OSSL_PKEY_PARAM_RSA_N, of: key)
        guard try !ROCAFingerprint.matches({ divisor throws(JOSEError) in try remainder(of: modulus, by: divisor) })
        else {
            throw JOSEError(
                .weakKey,
                "the RSA key comes from a chip with the ROCA flaw (CVE-2017-15361): it can be computed, make a new one")
        }
        try checkModulus(key)
    }

    /// OpenSSL's own check of the public half: SP 800-56B section 6.4.2.
    private static func checkModulus(_ key: OpenSSLObject) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        let check = try unsafe OpenSSL.own(
            ssl.pointee.EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil), ssl.pointee.EVP_PKEY_CTX_free, "check a key")
        guard unsafe ssl.pointee.EVP_PKEY_public_check(check.pointer) == 1 else {
            try OpenSSL.dropErrors()
            throw JOSEError(.weakKey, "the RSA key's modulus is broken: it is no product of two large primes")
        }
    }

    private static func number(_ name: String, of key: OpenSSLObject) throws(JOSEError) -> OpenSSLObject {
        let ssl = try unsafe OpenSSL.functions
        var number: OpaquePointer?
        let step = "read a key's \(name)"
        try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_get_bn_param(key.pointer, name, &number), step)
        return try unsafe OpenSSL.own(number, ssl.pointee.BN_free, step)
    }

    private static func remainder(of number: OpenSSLObject, by divisor: UInt) throws(JOSEError) -> UInt {
        try unsafe OpenSSL.functions.pointee.BN_mod_word(number.pointer, divisor)
    }
}
