package import World

/// A token for the app itself: RFC 6749 section 4.4.
package struct ClientCredentialsFlow: Sendable {
    private let client: HTTPClient
    private let authMethod: ClientAuthMethod?
    private let credential: @Sendable () throws(Failure) -> ClientCredential

    /// - Parameter credential: is read only when a request is really made, so that a cached token needs none.
    package init(
        client: HTTPClient, authMethod: ClientAuthMethod?,
        credential: @escaping @Sendable () throws(Failure) -> ClientCredential
    ) {
        self.client = client
        self.authMethod = authMethod
        self.credential = credential
    }
}

extension ClientCredentialsFlow: Flow {
    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let credential = try credential()
        let endpoint = try TokenEndpoint.resolve(request.provider, using: client)
        let authentication = ClientAuthentication(
            clientID: request.clientID, credential: credential, endpoint: endpoint, method: authMethod)
        let proof = try authentication.fields(now: world.clock.now, randomness: world.randomness)
        var form: [HTTPRequest.Field] = [.init("grant_type", "client_credentials")]
        if !request.scopes.isEmpty { form.append(.init("scope", request.scopes.text)) }
        if endpoint.isMicrosoft { form.append(.init("client_info", "1")) }
        let correlationID = world.randomness.uuid()
        let response = try client.send(
            HTTPRequest(
                post: form + proof.form, to: endpoint.url,
                headers: endpoint.headers(correlationID: correlationID) + proof.headers))
        return AcquiredToken(
            try TokenResponse(response), asked: request.scopes, realm: endpoint.realm, correlationID: correlationID,
            now: world.clock.now)
    }
}
