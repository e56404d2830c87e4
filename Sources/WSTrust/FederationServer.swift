import OAuth
import World

/// A domain's federation server: AD FS, or another that speaks WS-Trust.
struct FederationServer {
    let federation: UserRealm.Federation
    /// Hands the server's assertions on to Entra.
    let client: OAuthClient
    let http: HTTPClient

    /// A user's token, by the server's word for who the user is.
    ///
    /// - Parameter credential: a password; nil for Kerberos.
    /// - Throws: what the server's fault stands for, or Entra's answer; `refused` where it has no endpoint for that.
    func signIn(
        _ username: String, with credential: SecurityTokenRequest.Credential?, for request: TokenRequest,
        in world: World
    ) throws(Failure) -> AcquiredToken {
        let answer = try assertion(for: credential, in: world)
        return try SAMLBearerFlow(
            client: client, assertion: answer.assertion, version: answer.version, username: username
        ).run(request, in: world)
    }

    private func assertion(
        for credential: SecurityTokenRequest.Credential?, in world: World
    ) throws(Failure) -> SecurityTokenResponse {
        let endpoint = try endpoint(for: credential == nil ? .windows : .password)
        if credential == nil {
            try world.kerberos.prepareTicket(forHost: endpoint.url.host, within: http.timeoutMilliseconds)
        }
        let request = SecurityTokenRequest(
            endpoint: endpoint, audience: federation.audience, credential: credential)
        // A password that was refused is not sent again, lest the account be locked.
        let response = try http.once.send { () throws(Failure) in
            request.httpRequest(id: world.randomness.uuid(), now: world.clock.now)
        }
        return try SecurityTokenResponse(response, to: request)
    }

    private func endpoint(for login: MetadataDocument.Login) throws(Failure) -> WSTrustEndpoint {
        var obstacle: Failure?
        if let address = federation.metadata {
            do {
                // Where another endpoint is known, it does not wait for the metadata.
                let http = login == .password && federation.passwordEndpoint != nil ? http.once : http
                let metadata = try Self.metadata(at: address, using: http)
                // Whoever is asked over https sends no password elsewhere in the clear.
                if let endpoint = metadata.endpoint(for: login, isSecure: address.isSecure) { return endpoint }
            } catch { obstacle = error }
        }
        if login == .password, let url = federation.passwordEndpoint { return WSTrustEndpoint(activeEndpoint: url) }
        throw obstacle
            ?? Failure(
                .refused, "the domain's federation server has no endpoint for \(login.name)",
                hint: "sign in with tokenctl device-code or tokenctl auth-code")
    }

    private static func metadata(at url: WebURL, using http: HTTPClient) throws(Failure) -> MetadataDocument {
        // As MSAL: servers call it by several types, and refuse (HTTP 406) those that they do not know.
        let response = try http.get(url, accept: "*/*")
        guard response.status == 200 else {
            throw Failure(response: response, to: "read the federation server's metadata at \(url)")
        }
        do {
            return try MetadataDocument(parsing: response.body)
        } catch {
            throw error.within("the federation server's metadata at \(url)")
        }
    }
}

extension WSTrustEndpoint {
    /// By its address alone, as AD FS names them.
    init(activeEndpoint url: WebURL) {
        self.init(url: url, version: url.path.lowercased().contains("/trust/13/") ? .v1_3 : .v2005)
    }
}

extension MetadataDocument.Login {
    /// For people.
    fileprivate var name: String {
        switch self {
        case .password: "passwords (usernamemixed)"
        case .windows: "Kerberos (windowstransport)"
        }
    }
}
