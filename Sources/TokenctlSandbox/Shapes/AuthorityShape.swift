/// What a tenant's authority looks like: how its endpoints are named, and how its answers are worded.
package enum AuthorityShape: Sendable, Equatable {
    case entra
    /// An AD FS of 2019: one organization, no tenants, and its own words.
    case adfs
    /// A policy of an Azure AD B2C tenant, lower-case.
    case b2c(policy: String)

    /// The path segment of every AD FS.
    package static let adfsSegment = "adfs"
}

extension Tenant {
    /// The `iss` of tokens, but for AD FS's access tokens.
    package func issuer(_ version: PlatformVersion, at base: BaseURL) -> String {
        switch shape {
        case .entra: version.issuer(of: id, at: base)
        case .adfs: "\(base)/\(AuthorityShape.adfsSegment)"
        case .b2c: "\(base)/\(id)/v2.0/"
        }
    }
}

extension Exchange {
    /// By the path that was asked for.
    package var shape: AuthorityShape {
        if parameters["shape"] == AuthorityShape.adfsSegment { return .adfs }
        return parameters["policy"].map { .b2c(policy: $0.lowercased()) } ?? .entra
    }

    /// What refresh tokens belong to: a cloud, and what kind of authority it is.
    package var realm: String { "\(cloud) \(shape)" }

    /// What the tenant segment means (AADSTS90002).
    package func authority(in directory: Directory) throws(EntraError) -> Authority {
        guard shape != .adfs else { return .tenant(Contoso.farm) }
        let authority = try directory.authority(named: parameters["tenant", default: ""])
        guard case .b2c(let policy) = shape else { return authority }
        guard case .tenant(var tenant) = authority else { throw .unknownTenant(authority.segment) }
        guard Contoso.policies.contains(policy) else { throw .unknownPolicy(policy) }
        tenant.shape = shape
        return .tenant(tenant)
    }

    /// What stands for the authority in endpoint URLs: B2C's repeat what was asked for.
    package func segments(of authority: Authority) -> String {
        guard case .b2c(let policy) = shape else { return authority.segment }
        return (parameters["prefix"] ?? "") + "\(parameters["tenant", default: ""])/\(policy)"
    }

    /// The fields of the body, or of the query of a request without one; an AD FS's in Entra's words.
    package func form() throws(EntraError) -> Form {
        let form = try request.method == "POST" ? request.form() : request.queryFields()
        return shape == .adfs ? form.readAsADFS : form
    }
}

extension Contoso {
    /// Fabrikam's federation server as an authority of its own, for its own people and everybody's applications.
    package static let farm = Tenant(
        id: AuthorityShape.adfsSegment, displayName: "Fabrikam", domains: [fabrikam], shape: .adfs)

    /// Those of the tenant as a B2C one: a sign-in in the browser, one with a password, and a custom one.
    package static let policies = ["b2c_1_signin", "b2c_1_ropc", customPolicy]

    /// Names itself in `acr` in place of `tfp`.
    package static let customPolicy = "b2c_1a_signin"
}

extension EntraError {
    package static func unknownPolicy(_ name: String) -> EntraError {
        EntraError(90047, "invalid_request", status: 404, "The policy '\(name)' does not exist.")
    }
}
