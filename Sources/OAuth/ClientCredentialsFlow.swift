package import World

/// A token for the app itself: RFC 6749 section 4.4.
package struct ClientCredentialsFlow: Sendable {
    private let client: OAuthClient
    private let region: RegionChoice
    private let remark: @Sendable (String) -> Void

    /// - Parameter remark: is told of the region, in a line for people.
    package init(
        client: OAuthClient, region: RegionChoice = .global, remark: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.client = client
        self.region = region
        self.remark = remark
    }

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
        var exchange = try TokenExchange(request, byConfidential: client)
        if let region = region.region(in: world.environment, using: exchange.http, remark: remark) {
            exchange.endpoint = exchange.endpoint.at(region)
        }
        var grant: [HTTPRequest.Field] = [.init("grant_type", "client_credentials")]
        if !request.scopes.isEmpty { grant.append(.init("scope", request.scopes.text)) }
        let response = try exchange.redeem(grant, in: world)
        return AcquiredToken(response, asked: request.scopes, realm: exchange.endpoint.realm, now: world.clock.now)
    }
}
