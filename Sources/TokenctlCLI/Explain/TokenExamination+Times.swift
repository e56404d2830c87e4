import JOSE
import OAuth

extension TokenExamination {
    /// Seconds by which two clocks may differ: what most libraries allow.
    private static let skew = 300

    var expiry: Int? { TokenTime(token.claims["exp"])?.seconds }

    var start: Int? { TokenTime(token.claims["iat"])?.seconds ?? TokenTime(token.claims["nbf"])?.seconds }

    /// How long the token is good for altogether.
    var lifetime: Int? {
        guard let expiry, let start, expiry > start else { return nil }
        return expiry - start
    }

    var timeFindings: [TokenFinding] { [expiryFinding, beginningFinding, clockFinding].compactMap(\.self) }

    private var expiryFinding: TokenFinding? {
        guard token.claims["exp"] != nil else {
            return .possible(
                .noExpiry, "it does not say when it expires (exp): most APIs refuse that",
                remedy: "get a token from the provider")
        }
        guard let expiry else {
            return .certain(.noExpiry, "its exp is no time that makes sense", remedy: "get a token from the provider")
        }
        guard expiry <= now else { return nil }
        return .certain(
            .expired, "it expired \(TimeSpan.words(now - expiry)) ago, at \(UTCTime.text(expiry))",
            remedy: "get a new one: tokenctl get, or the command that got this one")
    }

    private var beginningFinding: TokenFinding? {
        guard let begin = TokenTime(token.claims["nbf"])?.seconds, begin > now + Self.skew else { return nil }
        return .certain(
            .notYetValid, "it is good only in \(TimeSpan.words(begin - now)), from \(UTCTime.text(begin)) on (nbf)",
            remedy: "wait, or put the clocks right")
    }

    /// A token from the future: providers' clocks are right far more often than others.
    private var clockFinding: TokenFinding? {
        let latest = ["iat", "nbf"].compactMap { TokenTime(token.claims[$0])?.seconds }.max() ?? 0
        // A few seconds are of no account.
        guard latest > now + 5 else { return nil }
        return .possible(
            .clock,
            "by this machine's clock it was issued in the future: most likely this clock is slow, by "
                + "\(TimeSpan.words(latest - now)) or more; an API whose clock is as slow refuses the token",
            remedy: "set this machine's clock, and the API's, by NTP; then try again")
    }
}
