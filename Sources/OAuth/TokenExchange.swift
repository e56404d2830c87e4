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
        let proof = try proof(in: world)
        var form = grant + proof.form
        if endpoint.isMicrosoft { form.append(.init("client_info", "1")) }
        let request = HTTPRequest(
            post: form, to: endpoint.url, headers: endpoint.headers(correlationID: correlationID) + proof.headers,
            encodedSecrets: proof.encodedSecrets)
        return try TokenResponse(try http.send(request), correlationID: correlationID)
    }

    private func proof(in world: World) throws(Failure) -> ClientAuthentication.Proof {
        guard let credential else { return ClientAuthentication.Proof(form: [.init("client_id", clientID)]) }
        return try ClientAuthentication(
            clientID: clientID, credential: credential, endpoint: endpoint, method: authMethod
        ).proof(now: world.clock.now, randomness: world.randomness)
    }
}
