/// An application that has proven who it is.
package struct AuthenticatedClient: Sendable {
    /// How it did; the raw value is the token's `azpacr` or `appidacr`.
    package enum Method: String, Sendable {
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

    package func authenticate(_ request: TokenRequest, in tenant: Tenant) throws(EntraError) -> AuthenticatedClient {
        let presented = try PresentedClient(in: request)
        let app = try directory.app(presented.id, in: tenant)
        let now = request.exchange.now
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
            try assertion.checkClaims(of: app, audiences: audiences(of: tenant, in: request.exchange), now: now)
            if let usedAssertions { try usedAssertions.use(assertion, of: app) }
            return AuthenticatedClient(app: app, method: .certificate)
        }
    }

    /// What an assertion may be for: this tenant's token endpoint, at the host that was posted to, or its issuer.
    private func audiences(of tenant: Tenant, in exchange: Exchange) -> [String] {
        tenant.names.flatMap { name in
            [PlatformVersion.v2.path("token"), PlatformVersion.v1.path("token"), "/v2.0"]
                .map { "\(exchange.base)/\(name)\($0)" }
        }
    }
}
