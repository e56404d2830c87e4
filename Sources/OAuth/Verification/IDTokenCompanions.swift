import JOSE
package import World

/// What came together with an id token, and that it vouches for: OpenID Connect Core 1.0 sections 3.1.3.6 and 3.3.2.11.
package struct IDTokenCompanions: Sendable {
    /// What was sent in the authorization request.
    package var nonce: String?
    package var accessToken: Secret?
    package var code: Secret?

    package init() {}

    func failures(of token: TokenClaims) -> [CheckFailure] {
        let nonceFailure = nonce.flatMap { ClaimRule(name: "nonce", value: $0).failure(of: token) }
        return [nonceFailure, failure("at_hash", of: accessToken, token), failure("c_hash", of: code, token)]
            .compactMap(\.self)
    }

    private func failure(_ claim: String, of companion: Secret?, _ token: TokenClaims) -> CheckFailure? {
        guard let companion else { return nil }
        guard let expected = Self.halfHash(of: companion.reveal(), as: token.header["alg"]?.stringValue) else {
            return CheckFailure(
                claim, expected: "a hash by the token's algorithm", actual: "no known algorithm")
        }
        return ClaimRule(name: claim, value: expected).failure(of: token)
    }

    /// base64url of the left half of the hash that goes with the algorithm; nil where none does.
    private static func halfHash(of text: String, as alg: String?) -> String? {
        let bytes = Array(text.utf8)
        let digest: [UInt8]?
        switch alg?.suffix(3) {
        case "256": digest = try? Digest.sha256(bytes)
        case "384": digest = try? Digest.sha384(bytes)
        // Ed25519 hashes by SHA-512 itself.
        case "512", "DSA": digest = try? Digest.sha512(bytes)
        default: digest = nil
        }
        return digest.map { Base64URL.encode($0.prefix($0.count / 2)) }
    }
}
