package import World

/// An Entra-like authority: a server and the tenant (or policy) path on it.
///
/// Its endpoints are known without asking, so that a token costs one request.
package struct Authority: Sendable, Equatable {
    /// The server: scheme, host and port.
    package let server: WebURL
    /// A GUID, a domain, `organizations`, …, or `adfs`; lower case.
    package let tenant: String
    /// The B2C policy that follows the tenant in the path, if any.
    package let policy: String?

    package static let publicCloud = "https://login.microsoftonline.com"

    /// The tenant of Microsoft's personal accounts, which `consumers` stands for.
    package static let personalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad"

    /// - Parameters:
    ///   - url: the authority's URL, with or without the tenant in its path.
    ///   - tenant: needed where the path has none; otherwise nil or the same.
    /// - Throws: `usage`.
    package init(_ url: String, tenant: String?) throws(Failure) {
        let parsed: WebURL
        do {
            parsed = try WebURL(url)
        } catch {
            throw Failure(.usage, "invalid authority '\(url)': \(error.reason)")
        }
        var segments = parsed.path.split(separator: "/").map { $0.lowercased() }
        // The issuer of a token of version 2.0, given as its authority.
        if segments.count == 2, segments[1] == "v2.0" { segments.removeLast() }
        guard segments.count <= 2, parsed.query == nil else {
            throw Failure(
                .usage,
                "invalid authority '\(url)': expected https://HOST, https://HOST/TENANT or https://HOST/TENANT/POLICY",
                hint: "for any other OpenID provider use --issuer")
        }
        let given = tenant?.lowercased()
        if let inPath = segments.first, let given, inPath != given {
            throw Failure(
                .usage, "the authority '\(url)' names the tenant '\(inPath)', but the tenant given is '\(given)'",
                hint: "leave one of them out")
        }
        guard let name = segments.first ?? given else {
            throw Failure(.usage, "no tenant", hint: "give --tenant ID, or set TOKENCTL_TENANT")
        }
        guard Self.isName(name) else {
            throw Failure(.usage, "invalid tenant '\(name)': a tenant is a GUID or a domain name")
        }
        let policy = segments.dropFirst().first
        guard policy.map(Self.isName) ?? true else {
            throw Failure(.usage, "invalid authority '\(url)': what follows the tenant is no name of a policy")
        }
        self.server = parsed.with(path: "")
        self.tenant = name
        self.policy = policy
    }

    /// Active Directory Federation Services rather than Entra.
    package var isADFS: Bool { tenant == "adfs" }

    /// Whether the name stands for many tenants, as `common` does: an app has no token of its own there.
    package var isMultiTenant: Bool { ["common", "organizations", "consumers"].contains(tenant) }

    package var tokenEndpoint: WebURL { server.with(path: path + (isADFS ? "/oauth2/token" : "/oauth2/v2.0/token")) }

    /// The OpenID configuration; of version 2.0 endpoints unless version 1.0 is wanted.
    ///
    /// AD FS and B2C have one version only, whatever their tokens' `ver` says.
    package func configurationEndpoint(_ tokens: ConfiguredTokens = ConfiguredTokens()) -> WebURL {
        let version = isADFS || (tokens.areVersion1 && policy == nil) ? "" : "/v2.0"
        return server.with(
            path: path + version + "/.well-known/openid-configuration",
            query: tokens.appID.map { "appid=\(FormEncoding.encode($0))" })
    }

    /// The tenant is given by its id, not by a name that stands for one.
    package var hasTenantID: Bool { Self.isGUID(tenant) }

    private var path: String { "/" + ([tenant] + [policy].compactMap(\.self)).joined(separator: "/") }

    /// Whether the URL of an authority names its tenant.
    package static func hasTenant(_ url: String) -> Bool { withoutTenant(url) != url }

    /// The URL of an authority up to its path.
    package static func withoutTenant(_ url: String) -> String {
        guard let parsed = try? WebURL(url), !parsed.path.allSatisfy({ $0 == "/" }) else { return url }
        return parsed.origin
    }

    /// Whether a text is a GUID: 8-4-4-4-12 hexadecimal digits.
    package static func isGUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }

    /// Letters, digits and `-._`; dots alone would lead out of the path.
    private static func isName(_ text: String) -> Bool {
        text.utf8.count <= 253 && text.contains(where: isLetterOrDigit)
            && text.allSatisfy { isLetterOrDigit($0) || "-._".contains($0) }
    }

    private static func isLetterOrDigit(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }
}
