/// All that people's sign-ins need, put together.
package struct UserServices: Sendable {
    private let directory: Directory
    private let authenticator: ClientAuthenticator
    private let users: UserAuthenticator
    private let issuer: UserTokenIssuer
    private let devices: DeviceCodes
    private let codes = AuthorizationCodes()
    private let flow: SignInFlow
    private let sendsIssuer: Bool
    private let hosts: HostNames

    package init(
        directory: Directory, authenticator: ClientAuthenticator, issuer: TokenIssuer, settings: ProviderSettings,
        hosts: HostNames
    ) {
        let policies = SignInPolicies()
        self.directory = directory
        self.authenticator = authenticator
        users = UserAuthenticator(directory: directory, policies: policies)
        self.issuer = UserTokenIssuer(
            issuer: issuer, consents: Consents(),
            refreshTokens: RefreshTokens(
                lifetime: settings.refreshTokenLifetime, isOneUse: settings.rotatesRefreshTokens, policies: policies))
        devices = DeviceCodes(settings.device)
        flow = SignInFlow(
            directory: directory, users: users, consents: self.issuer.consents, codes: codes, devices: devices)
        sendsIssuer = settings.sendsIssuerParameter
        self.hosts = hosts
    }

    /// By `grant_type`.
    package var grants: [String: any Grant] {
        let device = DeviceCodeGrant(
            directory: directory, authenticator: authenticator, codes: devices, issuer: issuer)
        return [
            "urn:ietf:params:oauth:grant-type:saml1_1-bearer": assertion(.saml1),
            "urn:ietf:params:oauth:grant-type:saml2-bearer": assertion(.saml2),
            "password": PasswordGrant(
                directory: directory, authenticator: authenticator, users: users, issuer: issuer),
            "authorization_code": AuthorizationCodeGrant(
                directory: directory, authenticator: authenticator, codes: codes, issuer: issuer),
            "refresh_token": RefreshTokenGrant(directory: directory, authenticator: authenticator, issuer: issuer),
            OnBehalfOfGrant.type: onBehalfOf,
            "urn:ietf:params:oauth:grant-type:device_code": device,
            // MSAL for .NET and for Go.
            "device_code": device,
        ]
    }

    private func assertion(_ type: RequestedTokenType) -> SAMLBearerGrant {
        SAMLBearerGrant(
            type: type, directory: directory, authenticator: authenticator, users: users, issuer: issuer)
    }

    package var onBehalfOf: OnBehalfOfGrant {
        OnBehalfOfGrant(directory: directory, authenticator: authenticator, issuer: issuer, hosts: hosts)
    }

    /// Where clients send people to, in each shape.
    private var entrances: [Route] {
        let authorize = AuthorizeEndpoint(directory: directory, flow: flow, sendsIssuer: sendsIssuer)
        let device = DeviceCodeEndpoint(directory: directory, codes: devices)
        let farm = Shapes.farm
        return Shapes.paths("/authorize").flatMap { path, fixed in
            ["GET", "POST"].map { Route($0, path, authorize, fixed: fixed) }
        } + [
            Route("POST", "/{tenant}/oauth2/v2.0/devicecode", device),
            Route("POST", "/adfs/oauth2/devicecode", device, fixed: farm),
            Route("POST", "/adfs/oauth2/devicecode/", device, fixed: farm),
        ]
    }

    package var routes: [Route] {
        let devicePage = DevicePage(codes: devices, flow: flow)
        return entrances + [
            Route("POST", "/login", LoginEndpoint(flow: flow)),
            Route("GET", "/device", devicePage),
            Route("POST", "/device", devicePage),
            Route("GET", "/common/userrealm/{user}", UserRealm(directory: directory, hosts: hosts)),
            Route("POST", "/sandbox/approve", decision(isApproval: true)),
            Route("POST", "/sandbox/decline", decision(isApproval: false)),
            Route("POST", "/sandbox/revoke-sessions", control(.revokeSessions)),
            Route("POST", "/sandbox/require-mfa", control(.requireMFA)),
            Route("POST", "/sandbox/challenge", control(.challenge)),
            Route(
                "POST", "/sandbox/admin-consent", AdminConsent(directory: directory, consents: issuer.consents)),
            Route(
                "GET", "/v1.0/me",
                ProfileEndpoint(
                    directory: directory, keys: issuer.issuer.keys, hosts: hosts, policies: users.policies)),
        ]
    }

    private func decision(isApproval: Bool) -> DeviceDecision {
        DeviceDecision(
            isApproval: isApproval, directory: directory, users: users, consents: issuer.consents, codes: devices)
    }

    private func control(_ action: UserControl.Action) -> UserControl {
        UserControl(action: action, directory: directory, policies: users.policies)
    }
}
