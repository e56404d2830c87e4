package import World

extension Authority {
    /// Reads an authority as people and MSAL's applications write it.
    ///
    /// Case, slashes at the end and what stands behind the tenant in the address of one of its endpoints do not count.
    ///
    /// - Parameters:
    ///   - url: the authority's URL, with or without the tenant in its path.
    ///   - tenant: needed where the path has none; otherwise nil or the same.
    /// - Throws: `usage`.
    package init(_ url: String, tenant: String?) throws(Failure) {
        let parsed: WebURL
        do {
            parsed = try WebURL(url)
        } catch {
            throw Failure(.usage, "invalid authority \(WebURL.quoted(url)): \(error.reason)")
        }
        let path = AuthorityPath(parsed)
        if let path, path.kind == .b2c, path.policy == nil {
            throw Failure(
                .usage, "the authority \(WebURL.quoted(url)) is B2C's, and has no policy in its path",
                hint: "add the policy: https://HOST/TENANT/POLICY")
        }
        guard let path, path.isComplete(at: parsed.host) else {
            throw Self.misshapen(url, hint: "for any other OpenID provider use --issuer")
        }
        if let query = parsed.query, !path.hasEndpoint || Self.namesPolicy(query) {
            throw Self.misshapen(
                url,
                hint: """
                    leave out the question mark and what follows it; a policy of B2C is a part of the path: \
                    https://HOST/TENANT/POLICY
                    """)
        }
        let given = tenant?.lowercased()
        // As MSAL's `WithTenantId` has it, a tenant takes the place of a name for many.
        let isReplaced = given != nil && path.policy == nil && path.tenant.map(Self.isMultiTenant) ?? false
        if let inPath = path.tenant, let given, inPath != given, !isReplaced {
            throw Failure(
                .usage,
                path.kind == .adfs
                    ? "the authority \(WebURL.quoted(url)) is AD FS, which has no tenants"
                    : """
                    the authority \(WebURL.quoted(url)) names the tenant '\(inPath)', but the tenant given is \
                    '\(given)'
                    """, hint: "leave one of them out: --tenant (TOKENCTL_TENANT) or \(Self.givenBy)")
        }
        let named = isReplaced ? given : path.tenant ?? given
        guard let name = named ?? path.impliedTenant(at: parsed.host) else {
            throw Failure(.usage, "no tenant", hint: "give --tenant ID, or set TOKENCTL_TENANT")
        }
        guard Self.isName(name), !AuthorityPath.isReserved(name) else {
            throw Failure(.usage, "invalid tenant '\(name)': a tenant is a GUID or a domain name")
        }
        guard path.policy.map(Self.isName) ?? true else {
            throw Failure(
                .usage, "invalid authority \(WebURL.quoted(url)): what follows the tenant is no name of a policy")
        }
        // Azure's tools give AD FS as a host and this for a tenant.
        kind = path.kind == .entra && name == "adfs" ? .adfs : path.kind
        server = parsed.with(path: "")
        self.tenant = name
        policy = path.policy
        prefix = path.prefix
    }

    /// The options and variables that an authority is given by, for hints.
    static let givenBy = "--authority (TOKENCTL_AUTHORITY, AZURE_AUTHORITY_HOST)"

    /// B2C's old addresses have the policy in their query.
    private static func namesPolicy(_ query: String) -> Bool {
        query.split(separator: "&").contains { $0.lowercased().hasPrefix("p=") }
    }

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
