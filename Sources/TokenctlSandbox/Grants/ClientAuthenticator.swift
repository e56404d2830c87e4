/// An application that has proven who it is, or that has no means to.
package struct AuthenticatedClient: Sendable {
    /// How it did; the raw value is the token's `azpacr` or `appidacr`.
    package enum Method: String, Sendable {
        /// Not at all: a public client.
        case none = "0"
        case secret = "1"
        case certificate = "2"
    }

    package let app: App
    package let method: Method
}

/// Judges what a client presents.
package struct ClientAuthenticator: Sendable {
    package let directory: Directory
    /// Where used assertions are remembered; nil when they may be used again, as Entra allows.
    package let usedAssertions: UsedAssertions?

    /// Any client, for a grant of a person's: a public one must not present anything.
    package func authenticate(_ request: TokenRequest, in tenant: Tenant) throws(EntraError) -> AuthenticatedClient {
        let presented = try PresentedClient(in: request)
        let app = try directory.app(presented.id, in: tenant)
        guard presented.credential == .none else { return try check(presented, of: app, request, in: tenant) }
        guard app.isPublic else { throw .credentialRequired }
        return AuthenticatedClient(app: app, method: .none)
    }

    /// A confidential client, for a grant of its own.
    package func authenticateConfidential(
        _ request: TokenRequest, in tenant: Tenant
    ) throws(EntraError) -> AuthenticatedClient {
        let presented = try PresentedClient(in: request)
        return try check(presented, of: directory.app(presented.id, in: tenant), request, in: tenant)
    }

    private func check(
        _ presented: PresentedClient, of app: App, _ request: TokenRequest, in tenant: Tenant
    ) throws(EntraError) -> AuthenticatedClient {
        let now = request.exchange.now
        guard presented.credential == .none || !app.isPublic else { throw .publicClient(app) }
        switch presented.credential {
        case .none: throw .noCredential
        case .secret(let values):
            guard let secret = app.secrets.first(where: { values.contains($0.value) }) else {
                throw .wrongSecret(for: app)
            }
            guard now < secret.expiry else { throw .expiredSecret(of: app) }
            return AuthenticatedClient(app: app, method: .secret)
        case .assertion(let text):
            let assertion = try ClientAssertion(parsing: text)
            try assertion.checkSignature(of: app, now: now)
            try assertion.checkClaims(of: app, audiences: audiences(of: tenant, in: request), now: now)
            if let usedAssertions { try usedAssertions.use(assertion, of: app) }
            return AuthenticatedClient(app: app, method: .certificate)
        }
    }

    /// What an assertion may be for: this tenant's token endpoint, at the host that was posted to, or its issuer.
    private func audiences(of tenant: Tenant, in request: TokenRequest) -> [String] {
        (tenant.names + [request.authority.segment, request.exchange.segments(of: request.authority)]).flatMap { name in
            [PlatformVersion.v2.path("token"), PlatformVersion.v1.path("token"), "/v2.0", "/oauth2/token/"]
                .map { "\(request.exchange.base)/\(name)\($0)" }
        }
    }
}
