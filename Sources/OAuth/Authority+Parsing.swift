package import World

extension Authority {
    /// Reads an authority as people and MSAL's applications write it.
    ///
    /// Case, slashes at the end and what stands behind the tenant in the address of one of its endpoints do not count.
    ///
    /// - Parameters:
    ///   - url: the authority's URL, with or without the tenant in its path.
    ///   - tenant: needed where the path has none; otherwise nil or the same.
    ///   - isTrusted: the caller answers for the host.
    /// - Throws: `usage`.
    package init(_ url: String, tenant: String?, isTrusted: Bool = false) throws(Failure) {
        let parsed: WebURL
        do {
            parsed = try WebURL(url)
        } catch {
            throw Failure(.usage, "invalid authority \(WebURL.quoted(url)): \(error.reason)")
        }
        guard parsed.query == nil else {
            throw Self.misshapen(
                url,
                hint: """
                    leave out the question mark and what follows it; a policy of B2C is a part of the path: \
                    https://HOST/TENANT/POLICY
                    """)
        }
        let path = AuthorityPath(parsed)
        guard let path, path.isComplete(at: parsed.host) else { throw Self.misshapen(url, hint: Self.otherProviders) }
        let given = tenant?.lowercased()
        if let inPath = path.tenant, let given, inPath != given {
            guard path.kind != .adfs else {
                throw Failure(
                    .usage, "the authority '\(url)' is AD FS, which has no tenants", hint: "leave the tenant out")
            }
            throw Failure(
                .usage, "the authority '\(url)' names the tenant '\(inPath)', but the tenant given is '\(given)'",
                hint: "leave one of them out")
        }
        guard let name = path.tenant ?? given ?? path.impliedTenant(at: parsed.host) else {
            throw Failure(.usage, "no tenant", hint: "give --tenant ID, or set TOKENCTL_TENANT")
        }
        guard Self.isName(name) else {
            throw Failure(.usage, "invalid tenant '\(name)': a tenant is a GUID or a domain name")
        }
        guard path.policy.map(Self.isName) ?? true else {
            throw Failure(.usage, "invalid authority '\(url)': what follows the tenant is no name of a policy")
        }
        kind = path.kind
        server = parsed.with(path: "")
        self.tenant = name
        policy = path.policy
        prefix = path.prefix
        self.isTrusted = isTrusted
    }

    private static let otherProviders = "for any other OpenID provider use --issuer"

    private static func misshapen(_ url: String, hint: String) -> Failure {
        Failure(
            .usage,
            """
            invalid authority \(WebURL.quoted(url)): expected https://HOST or https://HOST/TENANT; for B2C \
            https://NAME.b2clogin.com/TENANT/POLICY, for AD FS https://HOST/adfs
            """, hint: hint)
    }

    /// Whether the URL of an authority names its tenant.
    package static func hasTenant(_ url: String) -> Bool {
        (try? WebURL(url)).flatMap(AuthorityPath.init)?.tenant != nil
    }

    /// The URL of an authority without its tenant, where that can be another; those of AD FS and B2C stay as they are.
    package static func withoutTenant(_ url: String) -> String {
        guard let parsed = try? WebURL(url), let path = AuthorityPath(parsed), path.tenant != nil,
            path.kind != .adfs, path.kind != .b2c
        else { return url }
        return parsed.origin + (path.kind == .dsts ? "/dstsv2" : "")
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
