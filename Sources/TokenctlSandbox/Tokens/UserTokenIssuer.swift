import JOSE

/// Words the successful answer to a grant of a person's, when they consented to what is asked for.
package struct UserTokenIssuer: Sendable {
    package let issuer: TokenIssuer
    package let consents: Consents
    package let refreshTokens: RefreshTokens

    /// - Parameter isRefresh: who comes with a refresh token gets another one without asking for it.
    package func tokens(
        for grant: UserGrant, to client: AuthenticatedClient, request: TokenRequest, isRefresh: Bool = false
    ) throws(EntraError) -> Response {
        let exchange = request.exchange
        let scopes = grant.scopes
        let user = grant.signIn.user
        let permissions = consents.granted(by: user, to: client.app, at: scopes.api)
        let needed = ConsentItem(app: client.app, api: scopes.api, permissions: scopes.needed(by: client.app))
        guard !permissions.isEmpty, consents.missing([needed], from: user).isEmpty else {
            throw .consentRequired(by: client.app)
        }
        guard scopes.api.policy == nil || grant.signIn.hasMFA else { throw .policyUnsatisfied(of: scopes.api) }
        let lifetime = issuer.lifetime(of: grant)
        let echo = scopes.echo(of: permissions)
        let accessToken = AccessToken(
            client: client,
            subject: .user(grant.signIn, permissions: permissions + scopes.shownOpenID),
            api: scopes.api, resource: scopes.resource ?? scopes.api.uri, tenant: grant.signIn.tenant,
            base: exchange.base, now: exchange.now, lifetime: lifetime, asked: grant.claims)

        var answer: JSONObject = ["token_type": .string("Bearer"), "scope": .string(echo)]
        answer.members += issuer.times(request.version, lifetime)
        answer["access_token"] = .string(try issuer.keys.sign(accessToken.claims, for: scopes.api))
        if isRefresh || scopes.asks(for: "offline_access") {
            answer["refresh_token"] = .string(refreshTokens.issue(grant, now: exchange.now))
        }
        if scopes.asks(for: "openid") {
            let token = IDToken(grant: grant, base: exchange.base, now: exchange.now)
            answer["id_token"] = .string(try issuer.keys.sign(token))
        }
        if request.form["client_info"] == "1" { answer["client_info"] = .string(grant.signIn.clientInfo) }
        return Response(body: .object(answer))
    }
}

extension SignIn {
    /// Which account this is, for the client's cache: `{"uid","utid"}` in base64url.
    package var clientInfo: String {
        let info: JSONObject = ["uid": .string(user.id), "utid": .string(tenant.id)]
        return Base64URL.encode(JSON.object(info).compact.utf8)
    }
}
