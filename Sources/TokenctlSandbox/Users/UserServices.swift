/// All that people's sign-ins need, put together.
package struct UserServices: Sendable {
    private let directory: Directory
    private let authenticator: ClientAuthenticator
    private let users: UserAuthenticator
    private let issuer: UserTokenIssuer

    package init(
        directory: Directory, authenticator: ClientAuthenticator, issuer: TokenIssuer, settings: ProviderSettings
    ) {
        let policies = SignInPolicies()
        self.directory = directory
        self.authenticator = authenticator
        users = UserAuthenticator(directory: directory, policies: policies)
        self.issuer = UserTokenIssuer(
            issuer: issuer, consents: Consents(),
            refreshTokens: RefreshTokens(
                lifetime: settings.refreshTokenLifetime, isOneUse: settings.rotatesRefreshTokens, policies: policies))
    }

    /// By `grant_type`.
    package var grants: [String: any Grant] {
        [
            "password": PasswordGrant(
                directory: directory, authenticator: authenticator, users: users, issuer: issuer),
            "refresh_token": RefreshTokenGrant(directory: directory, authenticator: authenticator, issuer: issuer),
        ]
    }

    package var routes: [Route] {
        [
            Route("GET", "/common/userrealm/{user}", UserRealm(directory: directory)),
            Route("POST", "/sandbox/revoke-sessions", control(.revokeSessions)),
            Route("POST", "/sandbox/require-mfa", control(.requireMFA)),
        ]
    }

    private func control(_ action: UserControl.Action) -> UserControl {
        UserControl(action: action, directory: directory, policies: users.policies)
    }
}
