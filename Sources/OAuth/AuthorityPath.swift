import World

/// The path of an authority's URL, taken apart; its names are not looked at.
struct AuthorityPath {
    let kind: AuthorityKind
    /// `tfp` or `dstsv2`, which are no tenants.
    let prefix: String?
    /// nil where the path has none.
    let tenant: String?
    let policy: String?
    /// Whether the address of an endpoint stands behind it.
    let hasEndpoint: Bool

    /// nil for a path that no authority has.
    init?(_ url: WebURL) {
        var segments = url.path.split(separator: "/").map { $0.lowercased() }[...]
        let start = segments.firstIndex(where: Self.beginsEndpoint)
        hasEndpoint = start != nil
        if let start {
            guard start > 0, Self.endpoints.contains(segments[start...].joined(separator: "/")) else { return nil }
            segments = segments[..<start]
        }
        let isCIAM = KnownHosts.isCIAM(url.host)
        prefix = segments.first.flatMap { !isCIAM && ($0 == "tfp" || $0 == "dstsv2") ? $0 : nil }
        if prefix != nil { segments = segments.dropFirst() }
        tenant = segments.first
        policy = segments.dropFirst().first
        guard segments.count <= 2 else { return nil }
        switch (prefix, tenant) {
        case ("dstsv2", _): kind = .dsts
        case ("tfp", _): kind = .b2c
        case (_, "adfs") where !isCIAM: kind = .adfs
        case _ where isCIAM: kind = .ciam
        default: kind = policy != nil || KnownHosts.isB2C(url.host) ? .b2c : .entra
        }
    }

    /// Whether it has the parts that its kind has, and no others.
    ///
    /// The names of B2C's policies begin with `B2C_1`; anywhere but on B2C's own hosts that, or `tfp`, tells that one is
    /// meant, and not the rest of some other address.
    func isComplete(at host: String) -> Bool {
        guard kind == .b2c else { return policy == nil }
        guard let policy else { return false }
        return prefix != nil || KnownHosts.isB2C(host) || policy.hasPrefix("b2c_")
    }

    /// The tenant that the host's name stands for: `NAME.onmicrosoft.com` at `NAME.ciamlogin.com`, as MSAL has it.
    func impliedTenant(at host: String) -> String? {
        let labels = host.split(separator: ".")
        return kind == .ciam && labels.count == 3 ? "\(labels[0]).onmicrosoft.com" : nil
    }

    /// What stands behind the tenant in the addresses that people copy: of its endpoints, its configuration, and the
    /// issuer of tokens of version 2.0.
    private static let endpoints: Set = [
        "v2.0", "v2.0/.well-known/openid-configuration", ".well-known/openid-configuration", "oauth2", "oauth2/v2.0",
        "oauth2/authorize", "oauth2/token", "oauth2/devicecode", "oauth2/v2.0/authorize", "oauth2/v2.0/token",
        "oauth2/v2.0/devicecode", "oauth2/v2.0/logout", "oauth2/nativeclient", "discovery/v2.0/keys", "saml2",
    ]

    private static func beginsEndpoint(_ segment: String) -> Bool {
        ["v2.0", "oauth2", ".well-known", "discovery", "saml2"].contains(segment)
    }

    /// Whether a name means something else than a tenant in an authority's path.
    static func isReserved(_ name: String) -> Bool { name == "tfp" || name == "dstsv2" || beginsEndpoint(name) }
}
