package import OAuth
package import World

/// A federated user's sign-in by Kerberos, without a password: what MSAL calls integrated Windows authentication.
package struct IntegratedWindowsFlow: Flow {
    private let client: OAuthClient
    private let username: String?
    private let tickets: TicketSource

    /// - Parameter username: as Entra knows the person; nil for the name in the ticket.
    package init(client: OAuthClient, username: String?, tickets: TicketSource) {
        self.client = client
        self.username = username
        self.tickets = tickets
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        guard case .authority(let authority) = request.provider else {
            throw Failure(.usage, "integrated Windows authentication is for Entra's tenants only")
        }
        let http = try client.http(for: request.provider)
        let principal = try world.kerberos.logIn(from: tickets, for: username, within: http.timeoutMilliseconds)
        let username = username ?? PrincipalName(principal).username
        let request = request.admitted
        switch try UserRealm.discover(of: username, at: authority, using: http) {
        case .managed: throw explained(Self.managedUser(username))
        case .unknown: throw explained(UserRealm.unknownUser(username))
        case .federated(let federation):
            let token = try FederationServer(federation: federation, client: client, http: http).signIn(
                username, with: nil, for: request, in: world)
            try check(token.account, of: principal)
            return token
        }
    }

    /// Whoever names a user gets nobody else's token: the federation server goes by the ticket alone.
    private func check(_ account: Account?, of principal: String) throws(Failure) {
        guard let username, let account, !account.isNamed(username) else { return }
        let way = tickets == .cache ? "get that user's ticket with kinit" : "name that user's key with --principal"
        throw Failure(
            .badCredentials, "the Kerberos ticket of \(principal) signs in '\(account.name)', not '\(username)'",
            hint: "\(way), or give --username \(ShellQuote.posixIfNeeded(account.name))")
    }

    /// MSAL's `integrated_windows_auth_not_supported_managed_user`.
    private static func managedUser(_ username: String) -> Failure {
        Failure(
            .interactionRequired,
            "'\(username)' is no federated user: Entra itself checks the password, and takes no Kerberos ticket "
                + "(integrated_windows_auth_not_supported_managed_user)",
            hint: "sign in with tokenctl auth-code or tokenctl device-code")
    }

    /// The same failure; a name that nobody gave may be the reason for it.
    private func explained(_ failure: Failure) -> Failure {
        guard username == nil else { return failure }
        var failure = failure
        failure.hint =
            "the name is that of the Kerberos ticket: give --username USER if Entra knows the person by another; "
            + (failure.hint ?? "")
        return failure
    }
}
