/// A signed token in the compact serialization (RFC 7515 section 3.1).
package struct CompactJWS: Sendable {
    package let header: JSONObject
    package let payload: [UInt8]
    package let signature: [UInt8]

    /// What the signature is over: the first two parts, as they stood.
    package let signingInput: [UInt8]

    /// Reads a token without judging its signature.
    ///
    /// Strict: three parts of base64url without padding, the first a JSON object in which no name stands twice.
    package init(parsing token: String) throws(JOSEError) {
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Substring.init)
        // RFC 7516 section 3.1: an encrypted token has five.
        if parts.count == 5 {
            throw JOSEError(.malformedToken, "the token is encrypted (a JWE): only its recipient can read it")
        }
        guard parts.count == 3 else {
            throw JOSEError(
                .malformedToken,
                "the token is no JWT, which has three parts: it is opaque to all but its issuer, or cut off")
        }
        header = try Self.header(parts[0])
        payload = try Self.decode(parts[1], "payload")
        signature = try Self.decode(parts[2], "signature")
        signingInput = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// A new token; `alg` is set and stands first in its header.
    package static func sign(
        header: JSONObject, payload: [UInt8], with key: PrivateKey, using algorithm: SignatureAlgorithm
    ) throws(JOSEError) -> String {
        var header = header
        header["alg"] = nil
        header.members.insert(JSONObject.Member("alg", .string(algorithm.rawValue)), at: 0)
        let input = Base64URL.encode(JSON.object(header).compact.utf8) + "." + Base64URL.encode(payload)
        return try input + "." + Base64URL.encode(key.sign(Array(input.utf8), using: algorithm))
    }

    /// The algorithm that the header names.
    ///
    /// Throws `unsupportedAlgorithm` when there is none, for `none`, for a shared secret's (HS256...), for unknown ones.
    package var algorithm: SignatureAlgorithm {
        get throws(JOSEError) {
            guard let name = header["alg"]?.stringValue else {
                throw JOSEError(.unsupportedAlgorithm, "the token's header names no algorithm (alg)")
            }
            if let algorithm = SignatureAlgorithm(rawValue: name) { return algorithm }
            let reason =
                switch name {
                case "none": "the token is not signed: its alg is none"
                case "HS256", "HS384", "HS512":
                    "the token is signed with a shared secret (\(name)), not with a key pair"
                default: "the token's signature algorithm (alg) is unknown"
                }
            throw JOSEError(.unsupportedAlgorithm, reason)
        }
    }

    /// Whether the signature is the key's, by the algorithm in the header.
    ///
    /// A `crit` in the header is refused: no extension is understood here (RFC 7515 section 4.1.11).
    package func isSigned(by key: PublicKey) throws(JOSEError) -> Bool {
        guard header["crit"] == nil else {
            throw JOSEError(.malformedToken, "the token's header demands an extension (crit) that is not understood")
        }
        return try key.verifies(signature, of: signingInput, using: algorithm)
    }

    private static func header(_ part: Substring) throws(JOSEError) -> JSONObject {
        let bytes = try decode(part, "header")
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch {
            throw JOSEError(.malformedToken, "the token's header is not JSON: \(error)")
        }
        guard let header = json.objectValue else {
            throw JOSEError(.malformedToken, "the token's header is not a JSON object")
        }
        if let name = header.duplicateName {
            throw JOSEError(.malformedToken, "the token's header has more than one \(name)")
        }
        return header
    }

    private static func decode(_ part: Substring, _ name: String) throws(JOSEError) -> [UInt8] {
        guard let bytes = Base64URL.decode(part) else {
            throw JOSEError(.malformedToken, "the token's \(name) is not base64url without padding")
        }
        return bytes
    }
}
