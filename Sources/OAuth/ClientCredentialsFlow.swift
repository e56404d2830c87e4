package import World

/// A token for the app itself: RFC 6749 section 4.4.
package struct ClientCredentialsFlow: Sendable {
    private let authMethod: ClientAuthMethod?
    private let credential: @Sendable () throws(Failure) -> ClientCredential
    private let client: @Sendable () throws(Failure) -> HTTPClient

    /// What needs files is made only when a request is, so that a cached token needs none of them.
    ///
    /// - Parameter authMethod: nil for what the provider prefers.
    package init(
        authMethod: ClientAuthMethod?, credential: @escaping @Sendable () throws(Failure) -> ClientCredential,
        client: @escaping @Sendable () throws(Failure) -> HTTPClient
    ) {
        self.authMethod = authMethod
        self.credential = credential
        self.client = client
    }

    /// What Entra would refuse anyway.
    ///
    /// - Throws: `usage`.
    package static func check(_ scopes: Scopes, at authority: Authority) throws(Failure) {
        if authority.isMultiTenant {
            throw Failure(
                .usage, "an app has no token of its own at '\(authority.tenant)'",
                hint: "give the tenant's id or domain")
        }
        if scopes.isEmpty, !authority.isADFS {
            throw Failure(.usage, "no scope", hint: "give --scope RESOURCE/.default, or --resource RESOURCE")
        }
    }
}

extension ClientCredentialsFlow: Flow {
    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let credential = try credential()
        let client = try client()
        let endpoint = try TokenEndpoint.resolve(request.provider, using: client)
        let authentication = ClientAuthentication(
            clientID: request.clientID, credential: credential, endpoint: endpoint, method: authMethod)
        let proof = try authentication.proof(now: world.clock.now, randomness: world.randomness)
        var form: [HTTPRequest.Field] = [.init("grant_type", "client_credentials")]
        if !request.scopes.isEmpty { form.append(.init("scope", request.scopes.text)) }
        if endpoint.isMicrosoft { form.append(.init("client_info", "1")) }
        let correlationID = world.randomness.uuid()
        let response = try client.send(
            HTTPRequest(
                post: form + proof.form, to: endpoint.url,
                headers: endpoint.headers(correlationID: correlationID) + proof.headers,
                encodedSecrets: proof.encodedSecrets))
        return AcquiredToken(
            try TokenResponse(response), asked: request.scopes, realm: endpoint.realm, correlationID: correlationID,
            now: world.clock.now)
    }
}
