import Native

/// A secret that both sides know, for authentication codes (HMAC): it can be used, but it does not print or reflect.
package struct SharedSecret: Sendable {
    private let octets: [UInt8]

    package init(octets: [UInt8]) { self.octets = octets }

    /// Reads a key of `kty` `oct` (RFC 7518 section 6.4).
    ///
    /// Throws `unsupportedKey` for another `kty`, `malformedKey` when `k` is missing or not strict base64url.
    package init(jwk: JSONObject) throws(JOSEError) {
        if let name = jwk.duplicateName { throw JOSEError(.malformedKey, "the JWK has more than one \(name)") }
        guard jwk["kty"]?.stringValue == KeyType.octets.rawValue else {
            throw JOSEError(.unsupportedKey, "the JWK is no shared secret: its kty is not oct")
        }
        guard let octets = jwk["k"]?.stringValue.flatMap({ Base64URL.decode($0) }) else {
            throw JOSEError(.malformedKey, "the JWK has no k that is base64url without padding")
        }
        self.init(octets: octets)
    }

    /// Whether the authentication code is this secret's over the message, compared in constant time.
    ///
    /// Throws `weakKey` when the secret is shorter than the digest (RFC 7518 section 3.2).
    package func authenticates(
        _ mac: [UInt8], of message: [UInt8], using algorithm: MACAlgorithm
    ) throws(JOSEError) -> Bool {
        guard octets.count >= algorithm.length else {
            throw JOSEError(
                .weakKey,
                "the shared secret of \(octets.count) bytes is too weak: "
                    + "\(algorithm.rawValue) takes at least \(algorithm.length)")
        }
        let ssl = try unsafe OpenSSL.functions
        var expected = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length = 0
        let answer = unsafe ssl.pointee.EVP_Q_mac(
            nil, "HMAC", nil, algorithm.digest, nil, octets, octets.count, message, message.count, &expected,
            expected.count, &length)
        guard unsafe answer != nil else { throw try OpenSSL.failure("compute \(algorithm.rawValue)") }
        guard length == algorithm.length, mac.count == length else { return false }
        return unsafe ssl.pointee.CRYPTO_memcmp(mac, expected, length) == 0
    }
}

extension SharedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[secret]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
