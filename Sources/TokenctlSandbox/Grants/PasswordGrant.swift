/// A person's name and password, handed to the client (RFC 6749 section 4.3).
package struct PasswordGrant: Grant {
    package let directory: Directory
    package let authenticator: ClientAuthenticator
    package let users: UserAuthenticator
    package let issuer: UserTokenIssuer

    package func respond(to request: TokenRequest) throws(EntraError) -> Response {
        let name = try request.form.required("username")
        let tenant = try tenant(of: name, at: request.authority)
        let client = try authenticator.authenticate(request, in: tenant)
        let scopes = try directory.delegatedScopes(request.form.required("scope"), for: client.app, in: tenant)
        // Entra has no password of theirs to compare with.
        guard directory.federation(of: name) == nil || tenant.shape == .adfs else { throw .wrongPassword }
        let signIn = try users.signIn(
            name, password: request.form.required("password"), in: tenant, now: request.exchange.now)
        guard !users.policies.lacksMFA(signIn) else { throw .mfaRequired(by: scopes.api, error: "invalid_grant") }
        let grant = UserGrant(
            signIn: signIn, clientID: client.app.id, scopes: scopes, claims: try request.claims ?? ClaimsRequest())
        return try issuer.tokens(for: grant, to: client, request: request)
    }

    /// The tenant that the authority names, or that the name's domain belongs to.
    private func tenant(of name: String, at authority: Authority) throws(EntraError) -> Tenant {
        switch authority {
        case .tenant(let tenant): return tenant
        case .common, .consumers: throw .grantNotSupportedOnCommon
        case .organizations:
            let tenant = try directory.tenant(of: authority)
            guard tenant.owns(name) else { throw .noTenantInformation }
            return tenant
        }
    }
}
