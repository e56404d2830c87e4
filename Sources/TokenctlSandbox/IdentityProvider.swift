import Synchronization

/// What the provider does apart from what stands in its directory.
package struct ProviderSettings: Sendable {
    /// Of access tokens, in seconds.
    package var tokenLifetime = 3599
    /// How long a token endpoint takes to answer, in milliseconds.
    package var tokenDelay = 0
    package var refusesReplayedAssertions = false
    /// In seconds; Entra's live 90 days.
    package var refreshTokenLifetime = 7_776_000
    /// Whether a refresh token works only once.
    package var rotatesRefreshTokens = false
    package var device = DeviceSettings()
    /// Whether authorization responses have an `iss` parameter (RFC 9207), which Entra's have not.
    package var sendsIssuerParameter = false
    /// Wrong answers to begin with.
    package var faults: [Fault] = []
    /// The path of the file with the keys by which federation servers take Kerberos tickets; nil to take none.
    package var keytab: String?
    /// Host names to answer to besides those of loopback.
    package var additionalHosts: [String] = []
    /// Host names of a second cloud, where no token of the first is worth anything.
    package var otherCloudHosts: [String] = []

    package init() {}
}

/// The identity provider without its server: from a request to the answer.
package struct IdentityProvider: Sendable {
    package let settings: ProviderSettings
    package let log = RequestLog()
    private let faults: Faults
    private let hosts: HostNames
    private let routes: [Route]
    /// Seconds since 1970.
    private let clock: @Sendable () -> Int

    package init(
        directory: Directory, keys: SigningKeys, settings: ProviderSettings, clock: @escaping @Sendable () -> Int
    ) {
        self.settings = settings
        self.clock = clock
        faults = Faults(settings.faults)
        hosts = HostNames(additional: settings.additionalHosts, otherCloud: settings.otherCloudHosts)
        let authenticator = ClientAuthenticator(
            directory: directory, usedAssertions: settings.refusesReplayedAssertions ? UsedAssertions() : nil)
        let issuer = TokenIssuer(
            keys: keys, lifetime: settings.tokenLifetime, federationKey: directory.federations.first?.key)
        let users = UserServices(
            directory: directory, authenticator: authenticator, issuer: issuer, settings: settings,
            hosts: hosts)
        let appGrants: [String: any Grant] = [
            "client_credentials": ClientCredentialsGrant(
                directory: directory, authenticator: authenticator, issuer: issuer)
        ]
        let tokens = TokenEndpoint(
            version: .v2, directory: directory, grants: appGrants.merging(users.grants) { $1 })
        routes =
            Self.metadata(directory, keys, hosts, settings)
            + Shapes.paths("/token").map { Route("POST", $0.path, tokens, fixed: $0.fixed) } + users.routes
            + Self.federation(directory, settings)
            + Self.control(log, faults) + [
                Route(
                    "POST", "/{tenant}/oauth2/token",
                    TokenEndpoint(
                        version: .v1, directory: directory,
                        grants: appGrants.merging([OnBehalfOfGrant.type: users.onBehalfOf]) { $1 }))
            ]
    }

    package func respond(to request: Request) async -> Response {
        guard let base = BaseURL(of: request, acceptedBy: hosts) else {
            return .problem(421, "unknown_host", "The sandbox does not answer to this host: name it with --host.")
        }
        if !request.path.hasPrefix("/sandbox/") { log.record(request) }
        let matches = routes.compactMap { route in route.match(request.path).map { (route, $0) } }
        guard let (route, parameters) = matches.first(where: { $0.0.method == request.method }) else {
            guard !matches.isEmpty else { return .problem(404, "not_found", "There is nothing at this path.") }
            var refusal = Response.problem(405, "method_not_allowed", "This path wants another method.")
            refusal.headers["Allow"] = matches.map(\.0.method).joined(separator: ", ")
            return refusal
        }
        if route.endpoint is TokenEndpoint { try? await Task.sleep(for: .milliseconds(settings.tokenDelay)) }
        let exchange = Exchange(
            request: request, base: base, parameters: parameters, cloud: hosts.cloud(of: base.host), now: clock())
        guard let place = route.endpoint.place, let fault = faults.take(at: place) else {
            return finished(answer(to: exchange, as: route), in: exchange)
        }
        try? await Task.sleep(for: .milliseconds(fault.silence))
        return finished(
            fault.response(in: exchange, at: place) { answer(to: exchange, as: route) }, in: exchange)
    }

    private func answer(to exchange: Exchange, as route: Route) -> Response {
        do throws(EntraError) {
            return try route.endpoint.respond(to: exchange)
        } catch {
            return error.response(in: exchange)
        }
    }

    /// The answer with what all have in their headers.
    private func finished(_ response: Response, in exchange: Exchange) -> Response {
        var response = response
        response.headers["client-request-id"] = exchange.correlationID
        response.headers["x-ms-request-id"] = exchange.traceID
        response.headers["Date"] = Timestamp.http(exchange.now)
        // RFC 6749 section 5.2.
        if response.status == 401, exchange.request.headers["authorization"] != nil,
            response.headers["WWW-Authenticate"] == nil
        {
            response.headers["WWW-Authenticate"] = "Basic realm=\"\(exchange.base)\""
        }
        return response
    }

    private static func metadata(
        _ directory: Directory, _ keys: SigningKeys, _ hosts: HostNames, _ settings: ProviderSettings
    ) -> [Route] {
        let discovery = { version in
            Discovery(version: version, directory: directory, announcesIssuer: settings.sendsIssuerParameter)
        }
        let keySet = KeysEndpoint(version: .v2, directory: directory, keys: keys)
        let b2c = ["": [:], "/tfp": ["prefix": "tfp/"]].flatMap { start, fixed in
            [
                Route(
                    "GET", "\(start)/{tenant}/{policy}/v2.0/.well-known/openid-configuration", discovery(.v2),
                    fixed: fixed),
                Route("GET", "\(start)/{tenant}/{policy}/discovery/v2.0/keys", keySet, fixed: fixed),
            ]
        }
        return b2c + [
            Route("GET", "/adfs/.well-known/openid-configuration", ADFSDiscovery(), fixed: Shapes.farm),
            Route(
                "GET", "/adfs/discovery/keys", ADFSKeys(key: directory.federations.first?.key), fixed: Shapes.farm),
            Route("GET", "/{tenant}/v2.0/.well-known/openid-configuration", discovery(.v2)),
            Route("GET", "/{tenant}/.well-known/openid-configuration", discovery(.v1)),
            Route("GET", "/{tenant}/discovery/v2.0/keys", keySet),
            Route("GET", "/{tenant}/discovery/keys", KeysEndpoint(version: .v1, directory: directory, keys: keys)),
            Route("GET", "/common/discovery/instance", InstanceDiscovery(hosts: hosts)),
        ]
    }

    /// What the federation servers of the domains answer.
    private static func federation(_ directory: Directory, _ settings: ProviderSettings) -> [Route] {
        let kerberos = settings.keytab.map(KerberosAcceptor.init)
        return directory.federations.flatMap { federation in
            let trust = "\(federation.path)/adfs/services/trust"
            return [Route("GET", "\(trust)/mex", MetadataExchange(federation: federation))]
                + WSTrustVersion.allCases.flatMap { version in
                    SecurityTokenRequest.Login.allCases.map { login in
                        Route(
                            "POST", "\(trust)/\(version.rawValue)/\(login.rawValue)",
                            WSTrustEndpoint(
                                federation: federation, version: version, login: login, directory: directory,
                                kerberos: kerberos))
                    }
                }
        }
    }

    private static func control(_ log: RequestLog, _ faults: Faults) -> [Route] {
        ["GET", "POST", "DELETE"].map { Route($0, "/sandbox/faults", FaultsEndpoint(faults: faults)) } + [
            Route("GET", "/sandbox/requests", RequestsEndpoint(view: .requests, log: log)),
            Route("DELETE", "/sandbox/requests", RequestsEndpoint(view: .clear, log: log)),
            Route("GET", "/sandbox/counts", RequestsEndpoint(view: .counts, log: log)),
        ]
    }
}
