package import OAuth
package import World

/// A user name and a password, checked by whoever the user's domain says: Entra, or the domain's federation server.
package struct UserPasswordFlow: Flow {
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
        guard case .authority(let authority) = request.provider, authority.hasUserRealms else {
            return try managed.run(request, in: world)
        }
        let http = try client.http(for: request.provider)
        let request = request.admitted
        switch try UserRealm.discover(of: username, at: authority, using: http) {
        case .managed: return try managed.run(request, in: world)
        case .unknown: throw UserRealm.unknownUser(username)
        case .federated(let federation):
            return try FederationServer(federation: federation, client: client, http: http).signIn(
                username, with: SecurityTokenRequest.Credential(username: username, password: password()),
                for: request, in: world)
        }
    }

    private var managed: PasswordFlow { PasswordFlow(client: client, username: username, password: password) }
}

extension UserRealm {
    /// MSAL's `unknown_user_type`.
    static func unknownUser(_ username: String) -> Failure {
        Failure(
            .badCredentials, "Entra knows no domain for '\(username)' (unknown_user_type)",
            hint: "check the user name: it is the whole of it, as in ann@contoso.com, and no telephone number")
    }
}
