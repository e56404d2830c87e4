/// A federation server's assertion about a person, handed on by the client (RFC 7522 section 2.1).
package struct SAMLBearerGrant: Grant {
    /// The version of the assertion.
    package let type: RequestedTokenType
    package let directory: Directory
    package let authenticator: ClientAuthenticator
    package let users: UserAuthenticator
    package let issuer: UserTokenIssuer

    /// How far clocks may differ, in seconds.
    private static let skew = 300

    package func respond(to request: TokenRequest) throws(EntraError) -> Response {
        let text = try request.form.required("assertion")
        let tenant = try directory.tenant(of: request.authority)
        let client = try authenticator.authenticate(request, in: tenant)
        let scopes = try directory.delegatedScopes(request.userScope(), for: client.app, in: tenant)
        let assertion = try PresentedAssertion(parsing: text, as: type)
        let user = try user(of: assertion, in: tenant, now: request.exchange.now)
        let signIn = users.signIn(
            user, in: tenant, methods: [assertion.isWindows ? "wia" : "pwd"], now: request.exchange.now)
        guard !users.policies.lacksMFA(signIn) else { throw .mfaRequired(by: scopes.api, error: "invalid_grant") }
        let grant = UserGrant(
            signIn: signIn, clientID: client.app.id, scopes: scopes, claims: try request.claims ?? ClaimsRequest())
        return try issuer.tokens(for: grant, to: client, request: request)
    }

    /// Entra goes by the immutable id alone.
    private func user(
        of assertion: PresentedAssertion, in tenant: Tenant, now: Int
    ) throws(EntraError) -> User {
        guard let federation = directory.federations.first(where: { $0.issuer == assertion.issuer }),
            tenant.domains.contains(federation.domain)
        else { throw .unknownRealm(assertion.issuer) }
        try assertion.checkSignature(by: federation.key)
        guard assertion.audience == Federation.audience else {
            throw .samlTokenInvalid("It is for '\(assertion.audience)'.")
        }
        guard assertion.notBefore <= now + Self.skew, now - Self.skew < assertion.notOnOrAfter else {
            throw .samlTokenTime(now: now, from: assertion.notBefore, to: assertion.notOnOrAfter)
        }
        let user = directory.users.first { $0.immutableID == assertion.immutableID }
        guard let user, user.obstacle != .notSynchronized else {
            throw .notInDirectory(assertion.immutableID, tenant)
        }
        guard user.obstacle != .disabled else { throw .accountDisabled }
        return user
    }
}
