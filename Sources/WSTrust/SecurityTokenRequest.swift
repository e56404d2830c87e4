package import World

/// A request for a SAML assertion: a SOAP 1.2 envelope with a `RequestSecurityToken`.
package struct SecurityTokenRequest: Sendable {
    /// What a person types; none where they log in by Kerberos.
    package struct Credential: Sendable {
        package let username: String
        package let password: Secret

        package init(username: String, password: Secret) {
            self.username = username
            self.password = password
        }
    }

    package let endpoint: WSTrustEndpoint
    /// Whom the assertion is for: `urn:federation:MicrosoftOnline`.
    package let audience: String
    package let credential: Credential?

    package init(endpoint: WSTrustEndpoint, audience: String, credential: Credential?) {
        self.endpoint = endpoint
        self.audience = audience
        self.credential = credential
    }

    /// - Parameters:
    ///   - id: a UUID for this message.
    ///   - now: seconds since 1970.
    package func httpRequest(id: String, now: Int) -> HTTPRequest {
        HTTPRequest(post: "", type: "application/soap+xml; charset=utf-8", to: endpoint.url, secrets: [])
    }
}
