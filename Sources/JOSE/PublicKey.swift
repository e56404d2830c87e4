import Native

/// A key that verifies signatures, and is strong enough to.
package final class PublicKey: Sendable {
    package let kind: KeyKind

    /// The key as a JWK (RFC 7517): its required members only, `kty` first.
    package let jwk: JSONObject

    /// RFC 7638: base64url of the SHA-256 of the JWK's required members.
    package let thumbprint: String

    /// An `EVP_PKEY`, perhaps with its private half.
    let key: OpenSSLObject

    /// Every key comes through here; throws `unsupportedKey`, `weakKey`.
    init(_ key: OpenSSLObject) throws(JOSEError) {
        self.key = key
        kind = try KeyKind(of: key)
        if case .rsa(let bits) = kind { try RSAStrength.check(key, bits: bits) }
        jwk = try Self.jwk(of: key, kind)
        let sorted = jwk.members.sorted { $0.name.value < $1.name.value }
        let text = JSON.object(JSONObject(members: sorted)).compact
        thumbprint = Base64URL.encode(try Digest.sha256(Array(text.utf8)))
    }

    /// Reads a public key (SubjectPublicKeyInfo, PKCS#1), a certificate or a private key, each in PEM or DER.
    ///
    /// Throws `weakKey` as `init(jwk:)` does.
    package convenience init(parsing bytes: [UInt8]) throws(JOSEError) {
        try self.init(Self.objects(in: bytes)[0])
    }

    /// The same of every key in a file, as when a provider's next certificate stands beside the one in use.
    package static func all(parsing bytes: [UInt8]) throws(JOSEError) -> [PublicKey] {
        var keys: [PublicKey] = []
        for object in try objects(in: bytes) {
            let key = try PublicKey(object)
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// At least one.
    private static func objects(in bytes: [UInt8]) throws(JOSEError) -> [OpenSSLObject] {
        let material = try KeyMaterial(bytes, password: nil)
        var objects = material.publicKeys
        for certificate in material.certificates { objects.append(try certificate.subjectKey) }
        if objects.isEmpty { objects = material.privateKeys }
        guard !objects.isEmpty else {
            throw JOSEError(.malformedKey, "it holds no public key and no certificate")
        }
        return objects
    }

    /// Whether the signature, as RFC 7515 transports it, is this key's over the message.
    ///
    /// Throws `unsupportedAlgorithm` when the key must not be used with the algorithm.
    package func verifies(
        _ signature: [UInt8], of message: [UInt8], using algorithm: SignatureAlgorithm
    ) throws(JOSEError) -> Bool {
        try kind.check(algorithm)
        let context = try SignatureContext(key, algorithm, for: .verifying)
        guard let curve = kind.curve else { return try context.verify(signature, of: message) }
        guard let numbers = try ECDSASignature(raw: signature, curve: curve) else { return false }
        return try context.verify(numbers.der(), of: message)
    }
}

extension PublicKey: Equatable {
    package static func == (left: PublicKey, right: PublicKey) -> Bool { left.jwk == right.jwk }
}
