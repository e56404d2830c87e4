import JOSE
import World

/// What `iss` has to be.
struct IssuerRule: Sendable {
    /// Any of these; Entra's may hold `{tenantid}`, which the token's own `tid` replaces.
    let issuers: [String]
    /// What else a key may say of whose tokens it is for: on Entra, version 2.0's name counts for version 1.0 too.
    var otherKeyIssuers: [String] = []
    /// The tenant that is wanted, by its id; nil for any.
    var tenant: String?
    /// Work and school accounts only: what `organizations` stands for.
    var refusesPersonalAccounts = false

    func failures(of token: TokenClaims) -> [CheckFailure] {
        var failures: [CheckFailure] = []
        let found = token.text("iss")
        let expected = issuers.compactMap { Self.filled($0, of: token) }
        if !expected.contains(where: { $0.utf8.elementsEqual((found ?? "").utf8) }) {
            failures.append(
                CheckFailure(
                    "iss", expected: (expected.isEmpty ? issuers : expected).joined(separator: " or "),
                    actual: found ?? "no such claim"))
        }
        if let failure = tenantFailure(of: token) { failures.append(failure) }
        return failures
    }

    /// Whether a key that says whose tokens it is for may sign this one.
    ///
    /// On `common` all tenants' keys are in one list; without this, one tenant's key could sign for another.
    func keyFailure(_ keyIssuer: String, of token: TokenClaims) -> CheckFailure? {
        let found = Self.filled(keyIssuer, of: token)
        let allowed = [token.text("iss")] + (issuers + otherKeyIssuers).map { Self.filled($0, of: token) }
        guard found == nil || !allowed.contains(found) else { return nil }
        return CheckFailure(
            "iss", expected: found ?? keyIssuer, actual: token.text("iss") ?? "no such claim",
            reason: "its key signs for \(found ?? keyIssuer) only")
    }

    private func tenantFailure(of token: TokenClaims) -> CheckFailure? {
        let found = token.text("tid")
        if let tenant, found?.lowercased() != tenant, found != nil || issuers.contains(where: Self.isTemplate) {
            return CheckFailure("tid", expected: tenant, actual: found ?? "no such claim")
        }
        if refusesPersonalAccounts, found?.lowercased() == Self.personalAccounts {
            return CheckFailure("tid", expected: "the tenant of an organization", actual: Self.personalAccounts)
        }
        if issuers.contains(where: Self.isTemplate), !(found.map(Authority.isGUID) ?? false) {
            return CheckFailure("tid", expected: "the id of a tenant", actual: found ?? "no such claim")
        }
        return nil
    }

    /// nil where the token has no tenant that could stand in the template.
    private static func filled(_ issuer: String, of token: TokenClaims) -> String? {
        guard isTemplate(issuer) else { return issuer }
        guard let tenant = token.text("tid"), Authority.isGUID(tenant) else { return nil }
        return issuer.replacing("{tenantid}", with: tenant)
    }

    private static func isTemplate(_ issuer: String) -> Bool { issuer.contains("{tenantid}") }

    /// The tenant of Microsoft's personal accounts.
    private static let personalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad"
}
