import JOSE
import OAuth
import TokenCache

extension CachedRow {
    /// The names of kinds, in JSON; in tables they have spaces.
    var kindName: String {
        switch section {
        case .accessToken: isSAML ? "saml_assertion" : "access_token"
        case .refreshToken: "refresh_token"
        case .idToken: "id_token"
        case .account: "account"
        }
    }

    /// The columns of `cache list`.
    static let columns = ["CLIENT", "PROVIDER", "TENANT", "ACCOUNT", "KIND", "SCOPES", "EXPIRES"]

    func cells(now: Int) -> [String] {
        [
            clientID ?? "", provider, tenant ?? "", username ?? homeAccountID ?? "",
            kindName.replacing("_", with: " "), scopes.text, life(now: now),
        ]
    }

    /// "in 59 min", "expired 3 h ago"; empty for what does not say when it ends.
    private func life(now: Int) -> String {
        guard let expiresOn else { return "" }
        return (isExpired(at: now) ? "expired " : "") + TimeSpan.relative(expiresOn, to: now)
    }

    /// All keys, always; no secret.
    func json(now: Int) -> JSON {
        .object([
            "client_id": .optional(clientID), "provider": .string(provider), "tenant_id": .optional(tenant),
            "username": .optional(username), "home_account_id": .optional(homeAccountID), "kind": .string(kindName),
            "scope": .string(scopes.text), "cached_on": .optional(cachedOn), "expires_on": .optional(expiresOn),
            "expires_at": .optional(expiresOn.map(UTCTime.text)), "refresh_on": .optional(refreshOn),
            "expired": expiresOn.map { .bool($0 <= now) } ?? .null, "partition": .optional(partition?.rawValue),
            "file": .string(fileName),
        ])
    }
}

extension JSON {
    /// The number, or `null` where there is none.
    fileprivate static func optional(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }
}
