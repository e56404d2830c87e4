import JOSE
import World

extension CheckFailure {
    /// What a verdict on a token's signature means; none for a genuine one.
    ///
    /// - Parameters:
    ///   - claims: nil where the signature alone counts.
    ///   - issuers: whose tokens the key may sign; nil for anybody's.
    static func all(
        of verdict: SignatureVerdict, _ jws: CompactJWS, _ claims: TokenClaims?, _ issuers: IssuerRule?
    ) -> [CheckFailure] {
        switch verdict {
        case .signed(let key):
            if let claims, let issuers, let issuer = key?.issuer {
                [issuers.keyFailure(issuer, of: claims)].compactMap(\.self)
            } else {
                []
            }
        case .wrongSignature where jws.header["nonce"] != nil && issuers?.wantsTenant == true: [.hidden]
        case .wrongSignature:
            [
                CheckFailure(
                    "signature", expected: "the key's signature", actual: "another",
                    reason: "it is not the key's: the token was changed, or someone else signed it")
            ]
        case .unknownKey:
            [
                CheckFailure(
                    "kid", expected: "the kid of a known key", actual: jws.header["kid"]?.stringValue ?? "no kid",
                    reason: "no key has its kid '\(jws.header["kid"]?.stringValue ?? "")': another issuer's, or retired"
                )
            ]
        case .refused(let error): [.refusal(error, jws)]
        }
    }

    /// A token, or a key, that is not trusted whatever its signature is.
    static func refusal(_ error: JOSEError, _ jws: CompactJWS) -> CheckFailure {
        switch error.code {
        case .unsupportedAlgorithm:
            CheckFailure(
                "alg", expected: "an algorithm that fits the key",
                actual: jws.header["alg"].map { $0.stringValue ?? $0.compact } ?? "no alg", reason: error.message)
        case .weakKey, .malformedKey, .unsupportedKey:
            CheckFailure("kid", expected: "a usable key", actual: error.message, reason: error.message)
        default:
            CheckFailure("signature", expected: "a usable signature", actual: error.message, reason: error.message)
        }
    }

    /// Graph's tokens are signed over something that only Graph knows how to make of them.
    static let ofGraph = CheckFailure(
        "signature", expected: "a token that others can verify", actual: "a token for Microsoft Graph",
        reason: "it is for Microsoft Graph, and only Graph can verify it: get a token for your own API",
        isCertain: false)

    private static let hidden = CheckFailure(
        "signature", expected: "the key's signature", actual: "another",
        reason: "its header has a nonce: Microsoft signs such tokens so that only their API can verify them",
        isCertain: false)

    static func withoutKeys(_ failure: Failure) -> CheckFailure {
        CheckFailure(
            "keys", expected: "the issuer's keys", actual: "none",
            reason: "the issuer's keys cannot be had: \(failure.message)",
            isCertain: false, hint: failure.hint)
    }
}
