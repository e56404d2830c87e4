import JOSE

/// The third part of a token, as it stands: it is looked at, and never checked.
struct SignaturePart {
    /// base64url, or what is there in its place.
    let text: String
    private let algorithm: String?

    /// - Parameter token: of three parts.
    init(of token: String, algorithm: String?) {
        let end = token.utf8.lastIndex(of: UInt8(ascii: ".")).map { token.utf8.index(after: $0) }
        text = end.map { String(token[$0...]) } ?? ""
        self.algorithm = algorithm
    }

    /// How many whole bytes it stands for.
    var byteCount: Int { text.utf8.count * 3 / 4 }

    /// What can be seen to be wrong with it without any key; nil where nothing can.
    var defect: String? {
        guard let algorithm, algorithm.lowercased() != "none" else { return nil }
        if text.isEmpty { return "the signature is missing: the token was cut off behind its second part" }
        if let least = Self.leastBytes[algorithm], byteCount < least {
            return "the signature is cut off: it has \(byteCount) bytes, and \(algorithm) needs at least \(least)"
        }
        if Base64URL.decode(text) == nil { return "the signature is damaged or cut off: it is no base64url" }
        return nil
    }

    /// RSA by its shortest keys that were ever in use, the others by their exact length: RFC 7518 section 3.
    private static let leastBytes = [
        "RS256": 128, "RS384": 128, "RS512": 128, "PS256": 128, "PS384": 128, "PS512": 128, "ES256": 64, "ES384": 96,
        "ES512": 132, "EdDSA": 64, "HS256": 32, "HS384": 48, "HS512": 64,
    ]
}
