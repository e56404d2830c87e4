import JOSE
import World

/// A provider that a person signs in at, and the client that they sign in to: what the user flows have in common.
struct SignIn {
    let metadata: ProviderMetadata
    var exchange: TokenExchange
    let request: TokenRequest

    /// Asks the provider for its metadata.
    init(_ request: TokenRequest, client: OAuthClient) throws(Failure) {
        let http = try client.http(for: request.provider)
        metadata = try ProviderMetadata.discover(request.provider, using: http)
        exchange = TokenExchange(
            clientID: request.clientID, endpoint: try TokenEndpoint(metadata, of: request.provider), http: http,
            credential: try client.credential(), authMethod: client.authMethod, claims: request.claims.text)
        self.request = request
    }

    /// What is asked for beside the scopes wanted: an id token, a refresh token.
    ///
    /// Entra takes all three; other providers are asked for a refresh token only where they say that this is how.
    var scopes: Scopes {
        let reserved = exchange.endpoint.isMicrosoft ? Scopes.reserved : ["openid"]
        let offline = metadata.scopes?.contains("offline_access") == true ? ["offline_access"] : []
        return Scopes(request.scopes.names + reserved + offline)
    }

    /// Redeems a grant, and checks who signed in.
    ///
    /// - Parameters:
    ///   - check: adjusts what the id token must be: its nonce, its age.
    ///   - knownAccount: whose grant this is, where that is known; another's id token is refused.
    ///   - username: what the person typed, for providers that do not say.
    func complete(
        _ grant: [HTTPRequest.Field], in world: World, knownAccount: Account? = nil, username: String? = nil,
        check adjust: (inout IDTokenCheck) -> Void = { _ in }
    ) throws(Failure) -> AcquiredToken {
        let response = try exchange.redeem(grant, in: world)
        let idToken = try response.idToken.map(IDToken.init)
        if let idToken {
            var check = IDTokenCheck(
                issuer: metadata.issuer, clientID: request.clientID,
                keys: try KeySet(at: metadata.keys(), using: exchange.http))
            adjust(&check)
            try check.verify(idToken, now: world.clock.now)
        }
        let realm = realm(of: response, idToken)
        let named = username.map { name in
            Account(homeAccountID: name, localAccountID: name, username: name, realm: realm)
        }
        let account = Account(response, idToken, realm: realm, otherwise: knownAccount ?? named)
        if let knownAccount, let account, account.homeAccountID != knownAccount.homeAccountID {
            throw Failure(.protocolError, "the provider answered with the token of another account")
        }
        return AcquiredToken(
            response, asked: request.scopes, realm: realm, account: account, now: world.clock.now)
    }

    /// The tenant that was signed in to.
    private func realm(of response: TokenResponse, _ idToken: IDToken?) -> String {
        if let tenant = idToken?.text("tid") { return tenant }
        // B2C's addresses and tokens may tell no more than the tenant's domain; nobody has a guest's account there.
        if case .authority(let authority) = request.provider, authority.kind == .b2c,
            let tenant = response.clientInfo.flatMap(ClientInfo.init)?.utid, !tenant.isEmpty
        {
            return tenant
        }
        return exchange.endpoint.realm
    }
}
