package import World

/// A user name and a password that the provider itself checks: RFC 6749 section 4.3.
///
/// Discouraged: the password passes through this program.
package struct PasswordFlow: Flow {
    private let client: OAuthClient
    private let username: String
    private let password: @Sendable () throws(Failure) -> Secret

    /// - Parameter password: is read, or asked for, only when a request is really made.
    package init(
        client: OAuthClient, username: String, password: @escaping @Sendable () throws(Failure) -> Secret
    ) {
        self.client = client
        self.username = username
        self.password = password
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let signIn = try SignIn(request, client: client)
        let grant: [HTTPRequest.Field] = [
            .init("grant_type", "password"), .init("username", username), .init("password", try password()),
            .init("scope", signIn.scopes.text),
        ]
        do {
            return try signIn.complete(grant, in: world, username: username)
        } catch {
            throw error.readingInvalidGrant(as: .badCredentials, hint: "check the user name and the password")
        }
    }
}
