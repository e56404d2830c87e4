import JOSE
import World

/// What `iss` has to be.
struct IssuerRule: Sendable {
    /// Any of these; Entra's may hold `{tenantid}`, which the token's own `tid` replaces.
    let issuers: [String]
    /// Entra's tokens name their tenant twice: as `tid`, and in `iss`.
    var wantsTenant = false
    /// The tenant that is wanted, by its id; nil for any.
    var tenant: String?
    /// Work and school accounts only: what `organizations` stands for.
    var refusesPersonalAccounts = false
    /// The policy of B2C's by which the person must have signed in, in lower case; nil for none.
    ///
    /// All policies of a tenant have one issuer, and the same keys.
    var policy: String?

    func failures(of token: TokenClaims) -> [CheckFailure] {
        let found = token.text("iss") ?? ""
        let expected = issuers.compactMap { Self.filled($0, of: token) }
        let isExpected = expected.contains { $0.isExactly(found) }
        let failure = CheckFailure(
            "iss", expected: (expected.isEmpty ? issuers : expected).joined(separator: " or "),
            actual: token.text("iss") ?? "no such claim")
        let tenant = tenantFailure(of: token, issuerIsExpected: isExpected)
        return [isExpected ? nil : failure, tenant, policyFailure(of: token)].compactMap(\.self)
    }

    /// Older policies name themselves in `acr`.
    private func policyFailure(of token: TokenClaims) -> CheckFailure? {
        let found = token.text("tfp") ?? token.text("acr")
        guard let policy, found?.lowercased().isExactly(policy) != true else { return nil }
        return CheckFailure("tfp", expected: policy, actual: found ?? "no such claim")
    }

    /// Whether a key that says whose tokens it is for may sign this one.
    ///
    /// On `common` all tenants' keys are in one list; without this, one tenant's key could sign for another. Entra's keys
    /// name the issuer of version 2.0, also for tokens of version 1.0: there the tenant has to be the same.
    func keyFailure(_ keyIssuer: String, of token: TokenClaims) -> CheckFailure? {
        let found = Self.filled(keyIssuer, of: token)
        if let found, found.isExactly(token.text("iss") ?? "") { return nil }
        if let found, wantsTenant, let tenant = token.text("tid"), Self.names(found, tenant) { return nil }
        return CheckFailure(
            "iss", expected: found ?? keyIssuer, actual: token.text("iss") ?? "no such claim",
            reason: "its key signs for \(found ?? keyIssuer) only")
    }

    private func tenantFailure(of token: TokenClaims, issuerIsExpected: Bool) -> CheckFailure? {
        let found = token.text("tid")
        func failure(_ expected: String) -> CheckFailure {
            CheckFailure("tid", expected: expected, actual: found ?? "no such claim")
        }
        if let tenant, found?.lowercased() != tenant, found != nil || wantsTenant { return failure(tenant) }
        if refusesPersonalAccounts, found?.lowercased() == Authority.personalAccounts {
            return failure("the tenant of an organization")
        }
        guard wantsTenant else { return nil }
        guard let found, Authority.isGUID(found) else { return failure("the id of a tenant") }
        return issuerIsExpected && !Self.names(token.text("iss") ?? "", found)
            ? failure("the tenant that iss names") : nil
    }

    /// Whether the tenant is a part of the issuer's path.
    private static func names(_ issuer: String, _ tenant: String) -> Bool {
        issuer.lowercased().split(separator: "/").contains { $0.isExactly(tenant.lowercased()) }
    }

    /// nil where the token has no tenant that could stand in the template.
    private static func filled(_ issuer: String, of token: TokenClaims) -> String? {
        guard isTemplate(issuer) else { return issuer }
        guard let tenant = token.text("tid"), Authority.isGUID(tenant) else { return nil }
        return issuer.replacing("{tenantid}", with: tenant)
    }

    static func isTemplate(_ issuer: String) -> Bool { issuer.contains("{tenantid}") }
}
