import JOSE

/// What is asked for beside scopes: the claims of a challenge (as OpenID Connect Core 1.0 section 5.5 has them), and
/// what the client says that it can do.
package struct ClaimsRequest: Sendable {
    package let challenge: ClaimsChallenge?
    /// Entra's `xms_cc`, in upper case: `CP1` says that the client can answer a claims challenge, and so gets tokens
    /// that live long and can be revoked at once (continuous access evaluation).
    package let capabilities: [String]

    package init(challenge: ClaimsChallenge? = nil, capabilities: [String] = []) {
        self.challenge = challenge
        self.capabilities = Set(capabilities.map { $0.uppercased() }).sorted()
    }

    /// The `claims` parameter, JSON: the challenge as it is, or joined with the capabilities; nil when there are none.
    package var text: String? {
        guard !capabilities.isEmpty else { return challenge?.json }
        let values = JSON.array(capabilities.map { .string($0) })
        let wish = JSON.object(["access_token": .object(["xms_cc": .object(["values": values])])])
        let asked = challenge.flatMap { try? JSON(parsing: Array($0.json.utf8)) }
        return (asked?.merging(wish) ?? wish).compact
    }
}

extension JSON {
    /// Objects are joined member by member, at every depth; where the two differ otherwise, `other` counts.
    fileprivate func merging(_ other: JSON) -> JSON {
        guard case .object(var merged) = self, case .object(let additions) = other else { return other }
        for member in additions.members {
            merged[member.name.value] = merged[member.name.value]?.merging(member.value) ?? member.value
        }
        return .object(merged)
    }
}
