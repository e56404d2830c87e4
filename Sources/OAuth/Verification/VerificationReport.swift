import JOSE

/// What was found when a token was judged.
package struct VerificationReport: Sendable {
    package private(set) var verdict: Verdict
    /// All that is wrong, not only the first thing.
    package private(set) var failures: [CheckFailure]
    package let kid: String?
    package let alg: String?
    /// The token's `iss`, which is proven only when the token is verified.
    package let issuer: String?
    /// nil when it cannot be read.
    package let token: TokenClaims?

    /// What is no token.
    init(malformed reason: String) {
        verdict = .malformed
        failures = [CheckFailure("format", expected: "a signed JWT", actual: reason, reason: reason)]
        kid = nil
        alg = nil
        issuer = nil
        token = nil
    }

    /// - Parameters:
    ///   - claims: nil where only the signature counts.
    ///   - signature: what is wrong with the signature.
    ///   - others: what else is wrong.
    init(_ jws: CompactJWS, claims: TokenClaims?, signature: [CheckFailure], others: [CheckFailure]) {
        failures = signature + others
        kid = jws.header["kid"]?.stringValue
        alg = jws.header["alg"]?.stringValue
        issuer = claims?.text("iss")
        token = claims
        // A signature that nobody can judge here leaves everything open, whatever the claims say.
        if signature.contains(where: { !$0.isCertain }) {
            verdict = .notVerifiable
        } else if failures.contains(where: \.isCertain) {
            verdict = .notVerified
        } else {
            verdict = failures.isEmpty ? .verified : .notVerifiable
        }
    }

    /// The same, with one more thing that is wrong for certain.
    package func failing(_ failure: CheckFailure) -> VerificationReport {
        var report = self
        report.failures.append(failure)
        if verdict == .verified { report.verdict = .notVerified }
        return report
    }
}
