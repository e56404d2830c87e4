import JOSE
import World

/// What the claims of a token have to be, beside its issuer.
package struct ClaimChecks: Sendable {
    /// Whose token it has to be: one of these; anybody's where there is none.
    package var audiences: [String] = []
    package var rules: [ClaimRule] = []
    /// A person's, or an app's own.
    package var kind: TokenKind?
    /// The app has to have proven who it is.
    package var wantsConfidentialClient = false
    /// How far two clocks may be apart, in seconds.
    package var leeway = 60
    /// What else came with an id token.
    package var companions = IDTokenCompanions()

    package init() {}

    func failures(of token: TokenClaims, now: Int) -> [CheckFailure] {
        var failures: [CheckFailure] = []
        if let name = token.claims.duplicateName {
            failures.append(CheckFailure(name, expected: "each claim once", actual: "\(name) more than once"))
        }
        failures += audienceFailure(of: token).map { [$0] } ?? []
        failures += TokenTimes(leeway: leeway, now: now).failures(of: token)
        failures += rules.compactMap { $0.failure(of: token) }
        failures += kindFailure(of: token).map { [$0] } ?? []
        if wantsConfidentialClient { failures += confidentialityFailure(of: token).map { [$0] } ?? [] }
        return failures + companions.failures(of: token)
    }

    private func audienceFailure(of token: TokenClaims) -> CheckFailure? {
        let found = token.audiences
        guard !audiences.isEmpty, !found.contains(where: { name in audiences.contains { Self.isSame($0, name) } })
        else { return nil }
        return CheckFailure(
            "aud", expected: audiences.joined(separator: " or "),
            actual: found.isEmpty ? "no such claim" : found.joined(separator: " "))
    }

    /// Microsoft's own libraries do not mind a slash at the end either: version 1.0 tokens repeat what the client wrote.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        func trimmed(_ text: String) -> Substring { text.hasSuffix("/") ? text.dropLast() : text[...] }
        return trimmed(left).isExactly(trimmed(right))
    }

    /// A token that says that it is something else altogether is not taken: RFC 8725 section 3.11.
    private func kindFailure(of token: TokenClaims) -> CheckFailure? {
        if let type = token.typeOfOtherUse {
            return CheckFailure("typ", expected: "an access or id token", actual: type)
        }
        guard let kind, token.kind != kind else { return nil }
        return CheckFailure("kind", expected: kind.words, actual: token.kind.words)
    }

    private func confidentialityFailure(of token: TokenClaims) -> CheckFailure? {
        let name = token.claims["appidacr"] == nil ? "azpacr" : "appidacr"
        let found = token.claims[name].map { $0.stringValue ?? $0.compact }
        guard found != "1", found != "2" else { return nil }
        return CheckFailure(
            name, expected: "1 or 2", actual: found ?? "no such claim",
            reason: found == nil
                ? "it does not say whether the client proved who it is"
                : found == "0" ? "it was issued to a public client, which proves nothing about itself" : nil)
    }
}

extension TokenKind {
    /// For people.
    package var words: String {
        switch self {
        case .idToken: "an id token"
        case .user: "a user's access token"
        case .app: "an app's own token"
        case .unknown: "a token of no known kind"
        }
    }
}
