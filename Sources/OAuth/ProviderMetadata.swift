import JOSE
package import World

/// What a provider says of itself: OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2.
package struct ProviderMetadata: Sendable {
    package let issuer: String
    private let tokenEndpointURL: WebURL?
    package let authorizationEndpoint: WebURL?
    package let deviceAuthorizationEndpoint: WebURL?
    package let revocationEndpoint: WebURL?
    private let keySetEndpoint: WebURL?
    /// nil when the provider does not say, which means `client_secret_basic`.
    package let tokenEndpointAuthMethods: [String]?
    package let assertionAlgorithms: [String]?
    /// nil when the provider does not say.
    package let scopes: [String]?
    /// Answers to authorization requests name the issuer: RFC 9207.
    package let namesIssuerInAnswers: Bool

    /// - Throws: `protocolError`.
    init(_ document: JSONObject) throws(Failure) {
        guard let issuer = document["issuer"]?.stringValue else {
            throw Failure(.protocolError, "the provider's metadata has no issuer")
        }
        self.issuer = issuer
        tokenEndpointURL = try Self.url("token_endpoint", of: document)
        authorizationEndpoint = try Self.url("authorization_endpoint", of: document)
        deviceAuthorizationEndpoint = try Self.url("device_authorization_endpoint", of: document)
        revocationEndpoint = try Self.url("revocation_endpoint", of: document)
        keySetEndpoint = try Self.url("jwks_uri", of: document)
        tokenEndpointAuthMethods = Self.strings(document["token_endpoint_auth_methods_supported"])
        assertionAlgorithms = Self.strings(document["token_endpoint_auth_signing_alg_values_supported"])
        scopes = Self.strings(document["scopes_supported"])
        namesIssuerInAnswers = document["authorization_response_iss_parameter_supported"]?.boolValue ?? false
    }

    /// Where tokens are asked for; an issuer that gives them out otherwise, as CI systems do, has none.
    ///
    /// - Throws: `protocolError` when it does not say.
    package func tokenEndpoint() throws(Failure) -> WebURL {
        guard let tokenEndpointURL else {
            throw Failure(.protocolError, "the provider's metadata has no token_endpoint")
        }
        return tokenEndpointURL
    }

    /// Where the provider's keys are.
    ///
    /// - Throws: `protocolError` when it does not say.
    func keys() throws(Failure) -> WebURL {
        guard let keySetEndpoint else { throw Failure(.protocolError, "the provider's metadata has no jwks_uri") }
        return keySetEndpoint
    }

    static func url(_ name: String, of document: JSONObject) throws(Failure) -> WebURL? {
        guard let text = document[name]?.stringValue else { return nil }
        do {
            return try WebURL(text)
        } catch {
            throw Failure(.protocolError, "the provider's \(name) '\(text)' is not usable: \(error.reason)")
        }
    }

    private static func strings(_ list: JSON?) -> [String]? { list?.arrayValue?.compactMap(\.stringValue) }
}
