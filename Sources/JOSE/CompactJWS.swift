/// A signed token in the compact serialization (RFC 7515 section 3.1).
package struct CompactJWS: Sendable {
    package let header: JSONObject
    package let payload: [UInt8]
    package let signature: [UInt8]

    /// What the signature is over: the first two parts, as they stood.
    package let signingInput: [UInt8]

    /// Whether the signature's letters show that its end is missing: what is left of the last one is then dropped.
    ///
    /// The algorithm's length may show it too: see `signatureDefect`.
    package let isSignatureCutOff: Bool

    /// Reads a token without judging its signature, which may be cut off or missing.
    ///
    /// Strict: three parts of base64url without padding, the first a JSON object in which no name stands twice.
    package init(parsing token: String) throws(JOSEError) {
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Substring.init)
        guard parts.count == 3 else { throw Self.refusal(of: parts) }
        header = try Self.header(parts[0])
        payload = try Self.decode(parts[1], "payload")
        guard let signature = Base64URL.decodeBeginning(parts[2]) else { throw Self.notBase64URL("signature") }
        self.signature = signature.bytes
        isSignatureCutOff = !signature.isWhole
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
            switch try jwsAlgorithm {
            case .signature(let algorithm): return algorithm
            case .mac(let algorithm): throw Self.noKeyPair(algorithm)
            }
        }
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
        guard let bytes = Base64URL.decode(part) else { throw notBase64URL(name) }
        return bytes
    }

    private static func notBase64URL(_ name: String) -> JOSEError {
        JOSEError(.malformedToken, "the token's \(name) is not base64url without padding")
    }
}
