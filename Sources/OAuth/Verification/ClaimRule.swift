import JOSE
package import World

/// What a claim has to be: `NAME=VALUE`, or `NAME` for one that has to be there.
package struct ClaimRule: Sendable {
    package let name: String
    /// nil for any.
    package let value: String?

    /// - Throws: `usage` for a rule without a name.
    package init(_ text: String) throws(Failure) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty else {
            throw Failure(.usage, "a rule needs the name of a claim", hint: "write NAME=VALUE, or NAME alone")
        }
        self.name = String(name)
        value = parts.count > 1 ? String(parts[1]) : nil
    }

    package init(name: String, value: String?) {
        self.name = name
        self.value = value
    }

    /// nil when the token keeps the rule.
    package func failure(of token: TokenClaims) -> CheckFailure? {
        let found = names.lazy.compactMap { token.claims[$0] }.first { $0 != .null }
        if let found, value.map({ isKept(by: found, $0) }) ?? true { return nil }
        return failure(actual: found.map(Self.text) ?? "no such claim", isOverage: token.leavesOut(name))
    }

    private func failure(actual: String, isOverage: Bool) -> CheckFailure {
        let expected = value ?? "any value"
        guard isOverage else { return CheckFailure(name, expected: expected, actual: actual) }
        return CheckFailure(
            name, expected: expected, actual: actual,
            reason: "there are too many of them for a token: ask Microsoft Graph (getMemberObjects)",
            isCertain: false)
    }

    private func isKept(by claim: JSON, _ value: String) -> Bool {
        guard isOfWords else {
            return claim.arrayValue?.contains { Self.equals($0, value) } ?? Self.equals(claim, value)
        }
        // Most write them as one text; some, as Okta, as a list.
        let words = (claim.arrayValue ?? [claim]).flatMap { Self.text($0).split(separator: " ") }
        let wanted = value.split(separator: " ")
        return !wanted.isEmpty && wanted.allSatisfy { word in words.contains { $0.isExactly(word) } }
    }

    /// Texts are compared byte for byte, GUIDs whatever the case of their letters, all else as it is written.
    private static func equals(_ claim: JSON, _ value: String) -> Bool {
        let text = text(claim)
        if Authority.isGUID(text), Authority.isGUID(value) { return text.lowercased() == value.lowercased() }
        return text.isExactly(value)
    }

    private static func text(_ claim: JSON) -> String { claim.stringValue ?? claim.compact }

    /// A list of words in one text: RFC 8693 section 4.2, and `scp` as Entra writes it.
    package var isOfWords: Bool { name == "scp" || name == "scope" }

    /// Versions 1.0 and 2.0 have different names for the client and for how it proved who it is; `scp` is Entra's name
    /// for what others call `scope`.
    private var names: [String] {
        switch name {
        case "scp": ["scp", "scope"]
        case "scope": ["scope", "scp"]
        case "appid": ["appid", "azp"]
        case "azp": ["azp", "appid"]
        case "appidacr": ["appidacr", "azpacr"]
        case "azpacr": ["azpacr", "appidacr"]
        default: [name]
        }
    }
}

extension TokenClaims {
    /// Whether the token says that a claim did not fit into it: OpenID Connect Core 1.0 section 5.6.2, and Entra's own ways.
    func leavesOut(_ claim: String) -> Bool {
        claims["_claim_names"]?[claim] != nil || (claim == "groups" && hasTooManyGroups)
    }

    /// The groups did not fit into the token: Entra says so in one of three ways.
    package var hasTooManyGroups: Bool {
        claims["_claim_names"]?["groups"] != nil || claims["hasgroups"]?.boolValue == true
            || text("hasgroups")?.lowercased() == "true"
            || claims.members.contains { $0.name.value.hasPrefix("groups:src") }
    }
}
