import JOSE
import World

/// Proves the app's identity in a request to a token endpoint: RFC 6749 section 2.3, RFC 7521 section 4.2.
struct ClientAuthentication {
    let clientID: String
    let credential: ClientCredential
    let endpoint: TokenEndpoint
    /// Asked for by the user; nil for what the provider prefers.
    let method: ClientAuthMethod?

    /// What is added to a request.
    struct Proof {
        var form: [HTTPRequest.Field] = []
        var headers: [HTTPRequest.Field] = []
        /// What the headers hold in another form.
        var encodedSecrets: [Secret] = []
        /// The client assertion that is in the form, where one is.
        var assertion: Secret?
    }

    /// - Throws: `usage` when the credential, the method and the provider do not go together.
    func proof(now: Int, randomness: any Randomness) throws(Failure) -> Proof {
        let method = try chosenMethod()
        switch (credential, method) {
        case (.secret(let secret), .clientSecretBasic):
            let pair = FormEncoding.encode(clientID) + ":" + FormEncoding.encode(secret.reveal())
            let encoded = Base64.encode(Array(pair.utf8))
            let header = HTTPRequest.Field("Authorization", Secret("Basic " + encoded))
            return Proof(headers: [header], encodedSecrets: [secret, Secret(encoded)])
        case (.secret(let secret), .clientSecretPost):
            return Proof(form: [.init("client_id", clientID), .init("client_secret", secret)])
        case (.assertion(let fetch), .privateKeyJWT): return proof(by: try fetch())
        case (.key(let key), .privateKeyJWT): return proof(by: try sign(with: key, id: randomness.uuid(), now: now))
        case (.secret, .privateKeyJWT), (.key, _), (.assertion, _):
            let kind = if case .secret = credential { "a client secret" } else { "a certificate or an assertion" }
            throw Failure(.usage, "--auth-method \(method.rawValue) does not go with \(kind)")
        }
    }

    private func proof(by assertion: Secret) -> Proof {
        let form: [HTTPRequest.Field] = [
            .init("client_id", clientID), .init("client_assertion_type", ClientAssertion.type),
            .init("client_assertion", assertion),
        ]
        return Proof(form: form, assertion: assertion)
    }

    private func chosenMethod() throws(Failure) -> ClientAuthMethod {
        if let method { return method }
        let suitable: [ClientAuthMethod] =
            if case .secret = credential { [.clientSecretBasic, .clientSecretPost] } else { [.privateKeyJWT] }
        if let best = suitable.first(where: { endpoint.authMethods.contains($0.rawValue) }) { return best }
        throw Failure(
            .usage,
            "the provider takes \(endpoint.authMethods.joined(separator: ", ")), and not this kind of credential",
            hint: "give another credential, or insist with --auth-method \(suitable[0].rawValue)")
    }

    private func sign(with key: AssertionKey, id: String, now: Int) throws(Failure) -> Secret {
        let algorithm =
            if let asked = key.algorithm { asked } else { try endpoint.preferredAlgorithm(for: key.key.kind) }
        let assertion = ClientAssertion(
            clientID: clientID, audience: endpoint.url.description, algorithm: algorithm,
            usesSHA1Thumbprint: algorithm == .rs256 && endpoint.isMicrosoft)
        do {
            return try assertion.signed(with: key, id: id, now: now)
        } catch {
            throw Failure(error).within("cannot sign the client assertion")
        }
    }
}
