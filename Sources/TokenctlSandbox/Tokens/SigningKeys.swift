package import JOSE

/// A key that the provider signs with, or will.
package struct SigningKey: Sendable {
    package let key: PrivateKey
    package let certificate: Certificate

    package static func generate(now: Int) throws(JOSEError) -> SigningKey {
        let key = try PrivateKey.generate(.rsa(bits: 2048))
        let certificate = try Certificate.selfSigned(
            for: key, commonName: "accounts.accesscontrol.example", notBefore: now - 86_400,
            notAfter: now + 86_400 * 365)
        return SigningKey(key: key, certificate: certificate)
    }

    /// The `kid`, and `x5t`: Entra's are the same.
    package var id: String { Base64URL.encode(certificate.sha1Thumbprint) }

    /// - Parameter issuer: whose tokens the key is for; nil in version 1's key set.
    package func jwk(issuer: String?) -> JSONObject {
        var jwk: JSONObject = [
            "kty": .string("RSA"), "use": .string("sig"), "kid": .string(id), "x5t": .string(id),
        ]
        jwk["n"] = key.publicKey.jwk["n"]
        jwk["e"] = key.publicKey.jwk["e"]
        jwk["x5c"] = .strings([Base64.encode(certificate.der)])
        jwk["issuer"] = issuer.map { .string($0) }
        return jwk
    }
}

/// The provider's keys: one signs, the next is announced already, as when Entra rolls its keys over.
package struct SigningKeys: Sendable {
    package let current: SigningKey
    package let next: SigningKey

    package init(current: SigningKey, next: SigningKey) {
        self.current = current
        self.next = next
    }

    /// In the order in which they are published: clients must not take the first one for the right one.
    package var all: [SigningKey] { [next, current] }

    package func sign(_ claims: JSONObject, for api: API) throws(EntraError) -> String {
        var header: JSONObject = ["typ": .string("JWT"), "kid": .string(current.id)]
        if api.tokenVersion == .v1 { header["x5t"] = .string(current.id) }
        do {
            return api.hidesSignature ? try hiding(header, claims) : try sign(header, claims)
        } catch {
            throw .signingFailed(error.message)
        }
    }

    package func sign(_ token: IDToken) throws(EntraError) -> String {
        do {
            return try sign(["typ": .string("JWT"), "kid": .string(current.id)], token.claims)
        } catch {
            throw .signingFailed(error.message)
        }
    }

    /// An AD FS's tokens, which are all alike.
    package static func sign(_ claims: JSONObject, asADFS key: SigningKey) throws(EntraError) -> String {
        do {
            return try CompactJWS.sign(
                header: ["typ": .string("JWT"), "x5t": .string(key.id), "kid": .string(key.id)],
                payload: Array(JSON.object(claims).compact.utf8), with: key.key, using: .rs256)
        } catch {
            throw .signingFailed(error.message)
        }
    }

    private func sign(_ header: JSONObject, _ claims: JSONObject) throws(JOSEError) -> String {
        try CompactJWS.sign(
            header: header, payload: Array(JSON.object(claims).compact.utf8), with: current.key, using: .rs256)
    }

    /// The signature is over a hash of the header's `nonce`, which only the API knows to compute.
    private func hiding(_ header: JSONObject, _ claims: JSONObject) throws(JOSEError) -> String {
        let nonce = Identifier.opaque(bytes: 32)
        var header = header
        header["nonce"] = .string(Base64URL.encode(try Digest.sha256(Array(nonce.utf8))))
        let token = try sign(header, claims)
        var shown = try CompactJWS(parsing: token).header
        shown["nonce"] = .string(nonce)
        return Base64URL.encode(JSON.object(shown).compact.utf8) + token.drop { $0 != "." }
    }

    /// The token as it was signed, before its `nonce` was shown.
    package static func unhide(_ shown: CompactJWS, _ text: String) throws(JOSEError) -> CompactJWS {
        var header = shown.header
        let nonce = header["nonce"]?.stringValue ?? ""
        header["nonce"] = .string(Base64URL.encode(try Digest.sha256(Array(nonce.utf8))))
        return try CompactJWS(
            parsing: Base64URL.encode(JSON.object(header).compact.utf8) + text.drop { $0 != "." })
    }
}
