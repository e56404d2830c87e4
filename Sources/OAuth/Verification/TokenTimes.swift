import JOSE

/// When a token is good: RFC 7519 sections 4.1.4 to 4.1.6.
struct TokenTimes {
    /// Seconds by which two clocks may differ.
    let leeway: Int
    /// Seconds since 1970.
    let now: Int

    func failures(of token: TokenClaims) -> [CheckFailure] {
        [expiry(of: token), start("nbf", of: token), start("iat", of: token)].compactMap(\.self)
    }

    private func expiry(of token: TokenClaims) -> CheckFailure? {
        let expected = "later than \(now - leeway)"
        guard let claim = token.claims["exp"] else {
            return CheckFailure("exp", expected: expected, actual: "no such claim", reason: "it never expires")
        }
        guard let end = TokenClaims.seconds(claim) else { return noTime("exp", claim, expected) }
        guard end <= now - leeway else { return nil }
        return CheckFailure(
            "exp", expected: expected, actual: claim.compact, reason: "it expired \(now - end) s ago")
    }

    private func start(_ name: String, of token: TokenClaims) -> CheckFailure? {
        let expected = "\(now + leeway) at the latest"
        guard let claim = token.claims[name] else { return nil }
        guard let start = TokenClaims.seconds(claim) else { return noTime(name, claim, expected) }
        guard start > now + leeway else { return nil }
        return CheckFailure(
            name, expected: expected, actual: claim.compact,
            reason: "it is good only in \(start - now) s: check this machine's clock")
    }

    private func noTime(_ name: String, _ claim: JSON, _ expected: String) -> CheckFailure {
        CheckFailure(
            name, expected: expected, actual: claim.compact,
            reason: "\(claim.compact) is no number of seconds since 1970")
    }
}
