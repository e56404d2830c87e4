/// An application asks for itself (RFC 6749 section 4.4).
package struct ClientCredentialsGrant: Grant {
    package let directory: Directory
    package let authenticator: ClientAuthenticator
    package let issuer: TokenIssuer

    package func respond(to request: TokenRequest) throws(EntraError) -> Response {
        let tenant = try Self.tenant(of: request.authority)
        let resource = try request.appResource()
        let client = try authenticator.authenticateConfidential(request, in: tenant)
        let api = try directory.api(resource, in: tenant)
        return try issuer.appToken(for: client, resource: resource, api: api, request: request, tenant: tenant)
    }

    /// An app token belongs to one tenant, so that one must be named.
    private static func tenant(of authority: Authority) throws(EntraError) -> Tenant {
        switch authority {
        case .tenant(let tenant): return tenant
        case .common, .consumers: throw .grantNotSupportedOnCommon
        case .organizations: throw .noTenantInformation
        }
    }
}
