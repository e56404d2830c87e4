package import World

/// An Entra-like authority: a server and the tenant (or policy) path on it.
///
/// Its endpoints are known without asking, so that a token costs one request.
package struct Authority: Sendable, Equatable {
    package let kind: AuthorityKind
    /// The server: scheme, host and port.
    package let server: WebURL
    /// A GUID, a domain, `organizations`, …, or `adfs`; lower case.
    package let tenant: String
    /// The B2C policy that follows the tenant in the path, if any.
    package let policy: String?
    /// What stands in front of the tenant in the path: `tfp`, `dstsv2`, or nothing.
    let prefix: String?
    /// Whether the caller answers for the host, so that Entra need not be asked about it.
    package var isTrusted = false

    package static let publicCloud = "https://login.microsoftonline.com"

    /// The tenant of Microsoft's personal accounts, which `consumers` stands for.
    package static let personalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad"

    /// Active Directory Federation Services rather than Entra.
    package var isADFS: Bool { kind == .adfs }

    /// Whether the name stands for many tenants, as `common` does: an app has no token of its own there.
    package var isMultiTenant: Bool { Self.isMultiTenant(tenant) }

    static func isMultiTenant(_ tenant: String) -> Bool {
        ["common", "organizations", "consumers"].contains(tenant)
    }

    /// The tenant is given by its id, not by a name that stands for one.
    package var hasTenantID: Bool { Self.isGUID(tenant) }

    /// Whether the host is one that Entra has to be asked about before anything is sent to it.
    package var needsInstanceDiscovery: Bool {
        kind == .entra && !isTrusted && !WebURL.isLoopback(host: server.host) && !KnownHosts.isMicrosoft(server.host)
    }

    package var tokenEndpoint: WebURL { endpoint("token") }
    package var authorizationEndpoint: WebURL { endpoint("authorize") }

    private func endpoint(_ name: String) -> WebURL {
        server.with(path: path + (isADFS ? "/oauth2/" : "/oauth2/v2.0/") + name)
    }

    /// Whether there are tokens of version 1.0, too; all of them name their tenant.
    var hasVersion1: Bool { kind == .entra || kind == .ciam }

    /// The OpenID configuration; of version 2.0 endpoints unless version 1.0 is wanted.
    ///
    /// AD FS, B2C and dSTS have one version only, whatever their tokens' `ver` says.
    package func configurationEndpoint(_ tokens: ConfiguredTokens = ConfiguredTokens()) -> WebURL {
        let version = isADFS || (tokens.areVersion1 && hasVersion1) ? "" : "/v2.0"
        return server.with(
            path: path + version + "/.well-known/openid-configuration",
            query: tokens.appID.map { "appid=\(FormEncoding.encode($0))" })
    }

    private var path: String { "/" + [prefix, tenant, policy].compactMap(\.self).joined(separator: "/") }

    /// Whether a text is a GUID: 8-4-4-4-12 hexadecimal digits.
    package static func isGUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}

extension Authority: CustomStringConvertible {
    /// In its canonical form.
    package var description: String { server.origin + path }
}
