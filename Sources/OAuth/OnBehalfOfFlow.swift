import JOSE
package import World

/// A token for another API in the name of the user whose token an API was called with: Entra's on-behalf-of.
package struct OnBehalfOfFlow: Flow {
    private let client: OAuthClient
    /// nil where only what was kept of the session can help.
    private let assertion: UserAssertion?

    package init(client: OAuthClient, assertion: UserAssertion?) {
        self.client = client
        self.assertion = assertion
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        guard let assertion else {
            throw Failure(
                .interactionRequired, "the session has no token that could be refreshed",
                hint: "give the user's token with --assertion SOURCE")
        }
        try assertion.checkTime(now: world.clock.now)
        let exchange = try TokenExchange(request, byConfidential: client)
        let realm = exchange.endpoint.realm
        let response = try exchange.redeem(grant(assertion, request), in: world)
        try response.check(isA: request.tokenType)
        let idToken = try response.idToken.map(IDToken.init)
        if let idToken { try check(idToken, of: request, using: exchange.http, now: world.clock.now) }
        let account = Account(response, idToken, realm: realm, otherwise: assertion.account)
        return AcquiredToken(
            response, asked: request.scopes, realm: realm, account: account, now: world.clock.now)
    }

    /// A refresh token comes for `offline_access` only, and so a session asks for that.
    private func grant(_ assertion: UserAssertion, _ request: TokenRequest) -> [HTTPRequest.Field] {
        var scopes = request.scopes
        if case .onBehalf(.session) = request.subject { scopes = Scopes(scopes.names + ["offline_access"]) }
        var grant: [HTTPRequest.Field] = [
            .init("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), .init("assertion", assertion.secret),
            .init("requested_token_use", "on_behalf_of"), .init("scope", scopes.text),
        ]
        if request.tokenType.isSAML { grant.append(.init("requested_token_type", request.tokenType.urn)) }
        return grant
    }

    /// An id token comes only to whoever asks for `openid`, and the provider's keys are needed for nothing else.
    private func check(
        _ idToken: IDToken, of request: TokenRequest, using http: HTTPClient, now: Int
    ) throws(Failure) {
        let metadata = try ProviderMetadata.discover(request.provider, using: http)
        let check = IDTokenCheck(
            issuer: metadata.issuer, clientID: request.clientID,
            keys: try KeySet(at: metadata.keys(), using: http))
        try check.verify(idToken, now: now)
    }
}

extension TokenResponse {
    /// A SAML assertion and an access token are never taken for each other.
    ///
    /// - Throws: `protocolError`.
    fileprivate func check(isA wanted: RequestedTokenType) throws(Failure) {
        let isOther = issuedTokenType.map { $0 != wanted.urn } ?? false
        guard !isOther, wanted.isSAML == (SAMLAssertion(accessToken) != nil) else {
            throw Failure(
                .protocolError, "cannot get a token: the answer is not the kind of token that was asked for",
                hint: "check --requested-token-type, and whether the API takes SAML assertions")
        }
    }
}
