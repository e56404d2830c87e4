/// Encrypted content in the compact serialization (RFC 7516 section 3.1): `alg` is `dir`, `enc` is `A256GCM`, no others.
///
/// The header is authenticated, and holds the content's name: under another name it does not open.
package struct CompactJWE {
    private let encodedHeader: Substring
    private let header: JSONObject
    private let nonce: [UInt8]
    private let sealed: ContentCipher.Sealed

    /// Bytes of an encrypted text; nothing that belongs here comes near.
    package static let longest = 64 << 20

    private static let longestName = 1024
    private static let longestRest = 16_384

    private static let algorithm = "dir"
    private static let encryption = "A256GCM"

    /// Seals content under its name.
    ///
    /// Throws `malformedToken` when the result would be too long to be opened again.
    package static func seal(_ content: [UInt8], name: String, with key: ContentKey) throws(JOSEError) -> [UInt8] {
        // Each three bytes become four letters; what is left over is for the other parts.
        guard content.count <= (longest - longestRest) / 4 * 3, name.utf8.count <= longestName else { throw tooLong }
        let header: JSONObject = [
            "alg": .string(algorithm), "enc": .string(encryption), "cty": .string("application/json"),
            "name": .string(name),
        ]
        let encodedHeader = Base64URL.encode(JSON.object(header).compact.utf8)
        let nonce = try ContentCipher.freshNonce()
        let sealed = try ContentCipher(key: key).encrypt(
            content, nonce: nonce, authenticating: Array(encodedHeader.utf8))
        // The second part would be an encrypted key, which `dir` has none of.
        let parts = [
            encodedHeader, "", Base64URL.encode(nonce), Base64URL.encode(sealed.ciphertext),
            Base64URL.encode(sealed.tag),
        ]
        return Array(parts.joined(separator: ".").utf8)
    }

    /// Opens what was sealed under that name.
    ///
    /// Throws `malformedToken` for what is no such text, `unsupportedAlgorithm` for other algorithms, compression and
    /// critical extensions, and `notAuthentic` for another key, another name, or a changed byte.
    package static func open(_ text: [UInt8], name: String, with key: ContentKey) throws(JOSEError) -> [UInt8] {
        let jwe = try CompactJWE(parsing: text)
        guard let bound = jwe.header["name"]?.stringValue, bound.utf8.elementsEqual(name.utf8) else {
            throw JOSEError(.notAuthentic, "it was encrypted under another name")
        }
        let content = try ContentCipher(key: key).decrypt(
            jwe.sealed, nonce: jwe.nonce, authenticating: Array(jwe.encodedHeader.utf8))
        guard let content else { throw .otherKey }
        return content
    }

    /// Whether bytes begin as such a text does, with the base64url of a brace, and as no JSON text can.
    package static func isLikely(_ bytes: [UInt8]) -> Bool { bytes.first == UInt8(ascii: "e") }

    private init(parsing bytes: [UInt8]) throws(JOSEError) {
        guard bytes.count <= Self.longest else { throw Self.tooLong }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.malformed("it is no text") }
        let parts = text.split(separator: ".", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 5 else { throw Self.malformed("it is not of five parts") }
        encodedHeader = parts[0]
        guard let bytes = Base64URL.decode(parts[0]), let header = (try? JSON(parsing: bytes))?.objectValue,
            header.duplicateName == nil
        else { throw Self.malformed("its header cannot be read") }
        self.header = header
        try Self.check(header)
        guard parts[1].isEmpty, let nonce = Base64URL.decode(parts[2]), nonce.count == ContentCipher.nonceLength,
            let ciphertext = Base64URL.decode(parts[3]), let tag = Base64URL.decode(parts[4]),
            tag.count == ContentCipher.tagLength
        else { throw Self.malformed("its parts do not have the form that dir with A256GCM gives them") }
        self.nonce = nonce
        sealed = ContentCipher.Sealed(ciphertext: ciphertext, tag: tag)
    }

    private static func check(_ header: JSONObject) throws(JOSEError) {
        guard header["alg"]?.stringValue == algorithm, header["enc"]?.stringValue == encryption else {
            throw JOSEError(.unsupportedAlgorithm, "it is not encrypted with dir and A256GCM")
        }
        guard header["zip"] == nil, header["crit"] == nil else {
            throw JOSEError(.unsupportedAlgorithm, "it is compressed, or has critical extensions")
        }
    }

    private static func malformed(_ reason: String) -> JOSEError {
        JOSEError(.malformedToken, "it is damaged: \(reason)")
    }

    private static let tooLong = JOSEError(.malformedToken, "it is longer than \(longest) bytes")
}

extension JOSEError {
    package static let otherKey = JOSEError(.notAuthentic, "it was encrypted with another key, or was changed")
}
