import World

/// Brings grants to a token endpoint: what all flows have in common.
struct TokenExchange {
    let clientID: String
    let endpoint: TokenEndpoint
    let http: HTTPClient
    /// nil for a public client.
    let credential: ClientCredential?
    let authMethod: ClientAuthMethod?

    /// - Parameter grant: the grant's own parameters, `grant_type` included.
    /// - Throws: what the answer stands for.
    func redeem(_ grant: [HTTPRequest.Field], in world: World) throws(Failure) -> TokenResponse {
        let correlationID = world.randomness.uuid()
        let extra = endpoint.isMicrosoft ? [HTTPRequest.Field("client_info", "1")] : []
        return try TokenResponse(
            try send(grant + extra, to: endpoint.url, correlationID: correlationID, in: world),
            correlationID: correlationID)
    }

    /// Sends a form to one of the provider's endpoints, with the client's proof of who it is.
    func send(
        _ form: [HTTPRequest.Field], to url: WebURL, correlationID: String, in world: World
    ) throws(Failure) -> HTTPResponse {
        let proof = try proof(in: world)
        return try http.send(
            HTTPRequest(
                post: form + proof.form, to: url,
                headers: endpoint.headers(correlationID: correlationID) + proof.headers,
                encodedSecrets: proof.encodedSecrets))
    }

    private func proof(in world: World) throws(Failure) -> ClientAuthentication.Proof {
        guard let credential else { return ClientAuthentication.Proof(form: [.init("client_id", clientID)]) }
        return try ClientAuthentication(
            clientID: clientID, credential: credential, endpoint: endpoint, method: authMethod
        ).proof(now: world.clock.now, randomness: world.randomness)
    }
}
