import JOSE
import World

/// A client assertion: RFC 7523 section 3, with the header members by which Entra finds the certificate.
struct ClientAssertion {
    static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    private static let lifetimeSeconds = 600

    let clientID: String
    /// The token endpoint that the assertion is sent to.
    let audience: String
    let algorithm: SignatureAlgorithm
    /// Name the certificate by its SHA-1 thumbprint: what Entra and AD FS want beside RS256.
    let usesSHA1Thumbprint: Bool

    /// - Parameter id: unique to this assertion.
    func signed(with key: AssertionKey, id: String, now: Int) throws(JOSEError) -> Secret {
        var header: JSONObject = ["alg": .string(algorithm.rawValue), "typ": .string("JWT")]
        if let keyID = key.keyID { header["kid"] = .string(keyID) }
        if let certificate = key.chain.first {
            if usesSHA1Thumbprint {
                header["x5t"] = .string(Base64URL.encode(certificate.sha1Thumbprint))
            } else {
                header["x5t#S256"] = .string(Base64URL.encode(certificate.sha256Thumbprint))
            }
        }
        if key.sendsChain { header["x5c"] = .array(key.chain.map { .string(Base64.encode($0.der)) }) }
        let claims: JSONObject = [
            "aud": .string(audience), "iss": .string(clientID), "sub": .string(clientID), "jti": .string(id),
            "iat": .integer(now), "nbf": .integer(now), "exp": .integer(now + Self.lifetimeSeconds),
        ]
        let payload = Array(JSON.object(claims).compact.utf8)
        return Secret(try CompactJWS.sign(header: header, payload: payload, with: key.key, using: algorithm))
    }
}
