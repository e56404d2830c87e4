import JOSE
import World

/// Brings grants to a token endpoint: what all flows have in common.
struct TokenExchange {
    let clientID: String
    var endpoint: TokenEndpoint
    var http: HTTPClient
    /// nil for a public client.
    let credential: ClientCredential?
    let authMethod: ClientAuthMethod?
    /// The claims that are asked for: JSON text.
    let claims: String?

    /// - Parameter grant: the grant's own parameters, `grant_type` included.
    /// - Throws: what the answer stands for.
    func redeem(_ grant: [HTTPRequest.Field], in world: World) throws(Failure) -> TokenResponse {
        let correlationID = world.randomness.uuid()
        let extra = endpoint.isMicrosoft ? [HTTPRequest.Field("client_info", "1")] : []
        var assertion: Secret?
        let response = try send(grant + extra, to: endpoint.url, correlationID: correlationID, in: world) {
            assertion = $0.assertion
        }
        do {
            return try TokenResponse(response, correlationID: correlationID)
        } catch {
            throw assertion.map(error.naming) ?? error
        }
    }

    /// Sends a form to one of the provider's endpoints, with the client's proof of who it is.
    ///
    /// - Parameter note: is told of the proof, anew for each try.
    func send(
        _ form: [HTTPRequest.Field], to url: WebURL, correlationID: String, in world: World,
        note: (ClientAuthentication.Proof) -> Void = { _ in }
    ) throws(Failure) -> HTTPResponse {
        try http.send { () throws(Failure) in
            let proof = try proof(in: world)
            note(proof)
            return HTTPRequest(
                post: form + claimsField + proof.form, to: url,
                headers: endpoint.headers(correlationID: correlationID) + proof.headers,
                encodedSecrets: proof.encodedSecrets)
        }
    }

    private var claimsField: [HTTPRequest.Field] { claims.map { [.init("claims", $0)] } ?? [] }

    private func proof(in world: World) throws(Failure) -> ClientAuthentication.Proof {
        guard let credential else { return ClientAuthentication.Proof(form: [.init("client_id", clientID)]) }
        return try ClientAuthentication(
            clientID: clientID, credential: credential, endpoint: endpoint, method: authMethod
        ).proof(now: world.clock.now, randomness: world.randomness)
    }
}

extension TokenExchange {
    /// The exchange of a client that has to prove who it is, at an endpoint that is asked for only where it is not known.
    ///
    /// - Throws: `usage` without a credential, before anything is asked.
    init(_ request: TokenRequest, byConfidential client: OAuthClient) throws(Failure) {
        guard let credential = try client.credential() else {
            throw Failure(
                .usage, "no client credential",
                hint: "give --client-secret, --certificate or --client-assertion, or set TOKENCTL_CLIENT_SECRET")
        }
        let http = try client.http(for: request.provider)
        self.init(
            clientID: request.clientID, endpoint: try TokenEndpoint.resolve(request.provider, using: http), http: http,
            credential: credential, authMethod: client.authMethod, claims: request.claims.text)
    }
}

extension Failure {
    /// Where no federated credential of the app matches an assertion: what the assertion says of itself.
    fileprivate func naming(_ assertion: Secret) -> Failure {
        guard let number = answer?.number, EntraError.federatedMismatches.contains(number),
            let jws = try? CompactJWS(parsing: assertion.reveal()), let claims = try? JSON(parsing: jws.payload)
        else { return self }
        let told = ["iss", "sub", "aud"].map { name in
            "\(name) '\(claims[name].map { $0.stringValue ?? $0.compact } ?? "")'"
        }
        var failure = self
        failure.hint = (hint.map { $0 + "; " } ?? "") + "the assertion has \(told.joined(separator: ", "))"
        return failure
    }
}
