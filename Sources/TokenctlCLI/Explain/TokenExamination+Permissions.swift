import JOSE
import OAuth

extension TokenExamination {
    /// What the API wants the token to say.
    var permissionFindings: [TokenFinding] {
        let missing = requirements.compactMap(finding)
        guard missing.isEmpty, isEntra, token.kind != .idToken, token.claims["scp"] == nil, words("roles").isEmpty
        else {
            return missing
        }
        // These go by roles of Azure or by access lists of their own.
        if let name = token.audiences.lazy.compactMap(WellKnownApp.name).first, name != "Microsoft Graph" { return [] }
        let isGraph = token.audiences.contains { WellKnownApp.id(of: $0) == WellKnownApp.graph }
        return [
            TokenFinding(
                reason: .noPermissions, isCertain: isGraph,
                meaning: "it has neither scopes (scp) nor roles: nothing is allowed by it"
                    + (isGraph ? "" : ", unless the API goes by who the app or the user is"),
                remedy: "grant the app a permission of the API, with an admin's consent, and get a new token "
                    + "(--force-refresh)")
        ]
    }

    private func finding(_ requirement: ClaimRule) -> TokenFinding? {
        let name = requirement.name
        // There is no scope in an app's token at all, and that is said already.
        if requirement.isOfWords, token.kind == .app { return nil }
        guard let failure = requirement.failure(of: token) else { return nil }
        guard let value = requirement.value else {
            return .certain(
                .missing, "the API wants \(name), and it is not in the token", remedy: remedy(for: requirement))
        }
        if !failure.isCertain, let overage = GroupOverage(token) {
            return .possible(.missing, "whether \(name) has '\(value)' cannot be seen", remedy: overage.remedy)
        }
        let there = values(of: name)
        if let similar = there.first(where: { $0.lowercased() == value.lowercased() }) {
            return .certain(
                .missing, "\(name) has '\(similar)', and the API wants '\(value)': capital letters matter",
                remedy: "ask for it, or grant it, in the same spelling")
        }
        return .certain(.missing, meaning(of: requirement, value, there), remedy: remedy(for: requirement))
    }

    private func values(of name: String) -> [String] {
        if name == "scp" || name == "scope" { return scopes }
        guard let value = token.claims[name] else { return [] }
        return (value.arrayValue ?? [value]).map { $0.stringValue ?? $0.compact }
    }

    private func meaning(of requirement: ClaimRule, _ value: String, _ there: [String]) -> String {
        let name = requirement.name
        let listed = there.prefix(20).joined(separator: ", ")
        let has = there.isEmpty ? "there is no \(name) in the token" : "\(name) has only \(listed)"
        let elsewhere =
            requirement.isOfWords && words("roles").contains(value)
            ? "; it stands in roles, as the app's own permission"
            : name == "roles" && scopes.contains(value) ? "; it stands in scp, as a scope in the user's name" : ""
        return "the API wants \(name) '\(value)', and \(has)\(elsewhere)"
    }

    private func remedy(for requirement: ClaimRule) -> String {
        switch requirement.name {
        case "scp", "scope": "consent to the scope and ask for it by name with --scope; then get a new token"
        case "roles" where token.kind == .app:
            "grant the app the permission, with an admin's consent; then get a new token with --force-refresh"
        case "roles": "assign the user to the API's app role; then get a new token with --force-refresh"
        case "groups":
            "add the user to the group, or have the API's manifest put groups into tokens (groupMembershipClaims)"
        case "acrs": "sign in with a claims challenge for it: tokenctl auth-code with --claims"
        default: "it is for the API's owner to say where the claim comes from; in Entra see optional claims"
        }
    }
}
