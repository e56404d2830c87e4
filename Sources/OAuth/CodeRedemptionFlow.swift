package import World

/// Redeems an authorization code that someone else got: RFC 6749 section 4.1.3.
package struct CodeRedemptionFlow: Flow {
    private let client: OAuthClient
    private let code: Secret
    private let redirectURI: String?
    private let verifier: Secret?

    package init(client: OAuthClient, code: Secret, redirectURI: String?, verifier: Secret?) {
        self.client = client
        self.code = code
        self.redirectURI = redirectURI
        self.verifier = verifier
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let signIn = try SignIn(request, client: client)
        var grant: [HTTPRequest.Field] = [.init("grant_type", "authorization_code"), .init("code", code)]
        if let redirectURI { grant.append(.init("redirect_uri", redirectURI)) }
        if let verifier { grant.append(.init("code_verifier", verifier)) }
        if !request.scopes.isEmpty { grant.append(.init("scope", signIn.scopes.text)) }
        return try signIn.complete(grant, in: world)
    }
}
