import JOSE
import World

/// What the person, or the caller, wants of a sign-in page: OpenID Connect Core 1.0 section 3.1.2.1.
package struct SignInWishes: Sendable {
    package var prompt: String?
    package var loginHint: String?
    package var domainHint: String?
    /// Seconds.
    package var maxAge: Int?

    package init(prompt: String? = nil, loginHint: String? = nil, domainHint: String? = nil, maxAge: Int? = nil) {
        self.prompt = prompt
        self.loginHint = loginHint
        self.domainHint = domainHint
        self.maxAge = maxAge
    }
}

/// One authorization request, and what its answer is compared with.
struct AuthorizationRequest {
    let url: WebURL
    let redirectURI: String
    let state: String
    let nonce: String
    let pkce: PKCE

    /// - Parameter isPasted: the answer comes back as a URL that a person pastes, which a form post cannot be.
    init(
        _ signIn: SignIn, redirectURI: String, wishes: SignInWishes, isPasted: Bool, in world: World
    ) throws(Failure) {
        guard let endpoint = signIn.metadata.authorizationEndpoint else {
            throw Failure(.refused, "the provider has no sign-in page (authorization_endpoint)")
        }
        pkce = try PKCE(using: world.randomness)
        state = Base64URL.encode(world.randomness.bytes(16))
        nonce = Base64URL.encode(world.randomness.bytes(16))
        self.redirectURI = redirectURI
        var fields: [HTTPRequest.Field] = [
            .init("client_id", signIn.request.clientID), .init("response_type", "code"),
            .init("redirect_uri", redirectURI), .init("scope", signIn.scopes.text), .init("state", state),
            .init("nonce", nonce), .init("code_challenge", pkce.challenge), .init("code_challenge_method", "S256"),
        ]
        if signIn.exchange.endpoint.isMicrosoft {
            // A posted code stands in no browser history.
            fields += [.init("client_info", "1"), .init("response_mode", isPasted ? "query" : "form_post")]
        }
        let optional = [
            ("prompt", wishes.prompt), ("login_hint", wishes.loginHint), ("domain_hint", wishes.domainHint),
            ("max_age", wishes.maxAge.map(String.init)), ("claims", signIn.request.claims.text),
        ]
        fields += optional.compactMap { name, value in value.map { HTTPRequest.Field(name, $0) } }
        let own = endpoint.query.map { $0 + "&" } ?? ""
        url = endpoint.with(path: endpoint.path, query: own + FormEncoding.encode(fields))
    }
}
