import JOSE

/// An API that was called with a person's token exchanges it for a token to call on with, in that person's name.
///
/// RFC 7523 section 2.1 with Entra's `requested_token_use=on_behalf_of`.
package struct OnBehalfOfGrant: Grant {
    /// The `grant_type`.
    package static let type = "urn:ietf:params:oauth:grant-type:jwt-bearer"

    package let directory: Directory
    package let authenticator: ClientAuthenticator
    package let issuer: UserTokenIssuer
    package let hosts: HostNames

    package func respond(to request: TokenRequest) throws(EntraError) -> Response {
        let form = request.form
        let assertion = try form.required("assertion")
        let use = try form.required("requested_token_use")
        guard use == "on_behalf_of" else { throw .unsupportedTokenUse(use) }
        let type = try RequestedTokenType(in: form)
        let tenant = try directory.tenant(of: request.authority)
        let client = try authenticator.authenticate(request, in: tenant)
        guard client.method != .none else { throw .credentialRequired }
        let scopes = try directory.delegatedScopes(request.userScope(), for: client.app, in: tenant)
        let signIn = try signIn(assertion, sentBy: client.app, tenant, request.exchange)
        let grant = UserGrant(
            signIn: signIn, clientID: client.app.id, scopes: scopes, claims: try request.claims ?? ClaimsRequest())
        return try issuer.tokens(for: grant, to: client, request: request, type: type)
    }

    /// The sign-in that the assertion came of, when it was made for `app` and the person may still go on.
    private func signIn(
        _ assertion: String, sentBy app: App, _ tenant: Tenant, _ exchange: Exchange
    ) throws(EntraError) -> SignIn {
        let token: IssuedToken
        do throws(IssuedToken.Flaw) {
            token = try IssuedToken(
                parsing: assertion, keys: issuer.issuer.keys, tenant: tenant, hosts: hosts, cloud: exchange.cloud,
                now: exchange.now)
        } catch {
            throw .assertion(error, now: exchange.now)
        }
        switch token.kind {
        case .identity: throw .identityTokenAssertion
        case .app: throw .appOnlyAssertion(app)
        case .user: break
        }
        let audience = token.claims["aud"]?.stringValue ?? ""
        let api = directory.apis.first { $0.id == app.id }
        guard api?.isNamed(audience) ?? false else {
            throw .assertionForAnother(audience, than: app, expected: api?.uri ?? app.id)
        }
        let user = try directory.user(id: token.claims["oid"]?.stringValue ?? "", in: tenant)
        guard user.obstacle != .disabled else { throw .accountDisabled }
        guard let signIn = SignIn(of: token.claims, by: user, in: tenant) else {
            throw .assertion(.malformed, now: exchange.now)
        }
        let policies = issuer.refreshTokens.policies
        guard !policies.isRevoked(signIn) else {
            throw .sessionsRevoked(
                issued: (token.claims["iat"]?.intValue ?? 0) + AccessToken.backdating,
                validFrom: policies.lastRevocation(of: user))
        }
        return signIn
    }
}
