package import World

/// A token for the app itself: RFC 6749 section 4.4.
package struct ClientCredentialsFlow: Sendable {
    private let client: OAuthClient

    package init(client: OAuthClient) { self.client = client }

    /// What Entra would refuse anyway.
    ///
    /// - Throws: `usage`.
    package static func check(_ scopes: Scopes, at authority: Authority) throws(Failure) {
        try LimitedFlow.clientCredentials.check(.authority(authority))
        if scopes.isEmpty, !authority.isADFS {
            throw Failure(.usage, "no scope", hint: "give --scope RESOURCE/.default, or --resource RESOURCE")
        }
    }
}

extension ClientCredentialsFlow: Flow {

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let exchange = try TokenExchange(request, byConfidential: client)
        var grant: [HTTPRequest.Field] = [.init("grant_type", "client_credentials")]
        if !request.scopes.isEmpty { grant.append(.init("scope", request.scopes.text)) }
        let response = try exchange.redeem(grant, in: world)
        return AcquiredToken(response, asked: request.scopes, realm: exchange.endpoint.realm, now: world.clock.now)
    }
}
