import JOSE
package import World

/// A SAML assertion for a user's token: RFC 7522 section 2.1.
package struct SAMLBearerFlow: Flow {
    private let client: OAuthClient
    private let assertion: SAMLAssertion
    private let version: SAMLVersion
    private let username: String

    /// - Parameters:
    ///   - assertion: as it was signed, byte for byte.
    ///   - username: whose it is, for providers that do not say.
    package init(client: OAuthClient, assertion: SAMLAssertion, version: SAMLVersion, username: String) {
        self.client = client
        self.assertion = assertion
        self.version = version
        self.username = username
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let signIn = try SignIn(request, client: client)
        let grant: [HTTPRequest.Field] = [
            .init("grant_type", version.grantType),
            .init("assertion", Secret(Base64URL.encode(Array(assertion.xml.utf8)))),
            .init("scope", signIn.scopes.text),
        ]
        do {
            return try signIn.complete(grant, in: world, username: username)
        } catch {
            throw error.readingInvalidGrant(
                as: .badCredentials, hint: "ask the tenant's administrator whether it trusts the federation server")
        }
    }
}
