import JOSE

/// Words the successful answer to a grant of a person's, when they consented to what is asked for.
package struct UserTokenIssuer: Sendable {
    package let issuer: TokenIssuer
    package let consents: Consents
    package let refreshTokens: RefreshTokens

    /// - Parameters:
    ///   - isRefresh: who comes with a refresh token gets another one without asking for it, as does everybody at a
    ///     version 1 endpoint.
    ///   - type: what to issue in place of an access token.
    package func tokens(
        for grant: UserGrant, to client: AuthenticatedClient, request: TokenRequest, isRefresh: Bool = false,
        type: RequestedTokenType? = nil
    ) throws(EntraError) -> Response {
        let exchange = request.exchange
        let scopes = grant.scopes
        let user = grant.signIn.user
        let shape = grant.signIn.tenant.shape
        // An AD FS asks nobody.
        let permissions =
            shape == .adfs
            ? (scopes.wantsDefault ? scopes.api.scopes : scopes.names)
            : consents.granted(by: user, to: client.app, at: scopes.api)
        let needed = ConsentItem(app: client.app, api: scopes.api, permissions: scopes.needed(by: client.app))
        guard !permissions.isEmpty, shape == .adfs || consents.missing([needed], from: user).isEmpty else {
            throw .consentRequired(by: client.app)
        }
        guard scopes.api.policy == nil || grant.signIn.hasMFA else { throw .policyUnsatisfied(of: scopes.api) }
        // Version 1 endpoints name no resource there.
        let echo =
            shape == .adfs
            ? (scopes.openID.sorted() + permissions).joined(separator: " ")
            : request.version == .v1 ? permissions.joined(separator: " ") : scopes.echo(of: permissions)
        var answer: JSONObject = ["token_type": .string("Bearer"), "scope": .string(echo)]
        answer.members += issuer.times(request, resource: Self.resource(of: scopes), issuer.lifetime(of: grant))
        answer["access_token"] = .string(try token(type ?? .accessToken, for: grant, permissions, client, exchange))
        answer["issued_token_type"] = type.map { .string($0.rawValue) }
        if isRefresh || request.version == .v1 || shape == .adfs || scopes.asks(for: "offline_access") {
            var grant = grant
            grant.family = client.app.family
            answer["refresh_token"] = .string(refreshTokens.issue(grant, in: exchange))
            answer["foci"] = client.app.family.map { .string($0) }
        }
        if scopes.asks(for: "openid") {
            let token = IDToken(grant: grant, base: exchange.base, now: exchange.now)
            answer["id_token"] = .string(try issuer.sign(token))
        }
        if request.form["client_info"] == "1" { answer["client_info"] = .string(grant.signIn.clientInfo) }
        return Response(
            body: .object(shape.worded(answer, resource: Self.resource(of: scopes), now: exchange.now)))
    }

    /// What goes into `access_token`.
    private func token(
        _ type: RequestedTokenType, for grant: UserGrant, _ permissions: [String], _ client: AuthenticatedClient,
        _ exchange: Exchange
    ) throws(EntraError) -> String {
        let scopes = grant.scopes
        let resource = Self.resource(of: scopes)
        let lifetime = issuer.lifetime(of: grant)
        guard type == .accessToken else {
            let assertion = SAMLAssertion(
                signIn: grant.signIn, audience: resource, base: exchange.base, now: exchange.now, lifetime: lifetime)
            return try assertion.token(type, by: issuer.keys.current)
        }
        let token = AccessToken(
            client: client, subject: .user(grant.signIn, permissions: permissions + scopes.shownOpenID),
            api: scopes.api, resource: resource, tenant: grant.signIn.tenant, base: exchange.base, now: exchange.now,
            lifetime: lifetime, asked: grant.claims)
        return try issuer.sign(token)
    }

    /// The API as the request named it.
    private static func resource(of scopes: DelegatedScopes) -> String { scopes.resource ?? scopes.api.uri }
}

extension SignIn {
    /// Which account this is, for the client's cache: `{"uid","utid"}` in base64url.
    package var clientInfo: String {
        let info: JSONObject = ["uid": .string(user.id + policySuffix), "utid": .string(tenant.id)]
        return Base64URL.encode(JSON.object(info).compact.utf8)
    }

    /// B2C's accounts are others in each policy.
    private var policySuffix: String {
        if case .b2c(let policy) = tenant.shape { "-\(policy)" } else { "" }
    }
}
