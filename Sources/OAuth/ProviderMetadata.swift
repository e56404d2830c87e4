import JOSE
package import World

/// What a provider says of itself: OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2.
package struct ProviderMetadata: Sendable {
    package let issuer: String
    /// Whose access tokens are, where that is another name: AD FS.
    package let accessTokenIssuer: String?
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
        accessTokenIssuer = document["access_token_issuer"]?.stringValue
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

    private static func url(_ name: String, of document: JSONObject) throws(Failure) -> WebURL? {
        guard let text = document[name]?.stringValue else { return nil }
        do {
            return try WebURL(text)
        } catch {
            throw Failure(.protocolError, "the provider's \(name) '\(text)' is not usable: \(error.reason)")
        }
    }

    private static func strings(_ list: JSON?) -> [String]? { list?.arrayValue?.compactMap(\.stringValue) }
}

extension ProviderMetadata {
    /// Asks a provider for its metadata.
    ///
    /// - Parameter tokens: which of Entra's documents is wanted.
    /// - Throws: what the transport throws; `protocolError` when there is none, or another issuer's.
    package static func discover(
        _ provider: Provider, _ tokens: ConfiguredTokens = ConfiguredTokens(), using client: HTTPClient
    ) throws(Failure) -> ProviderMetadata {
        switch provider {
        case .authority(let authority): try discover(authority, tokens, using: client)
        case .issuer(let issuer): try discover(issuer, using: client)
        }
    }

    /// Entra's configuration; its issuer may be a template, and B2C's is at another address than the authority.
    private static func discover(
        _ authority: Authority, _ tokens: ConfiguredTokens, using client: HTTPClient
    ) throws(Failure) -> ProviderMetadata {
        let response = try client.get(authority.configurationEndpoint(tokens))
        guard response.status == 200, let document = try? JSON(parsing: response.body).objectValue else {
            throw Failure(response: response, to: "look up the tenant '\(authority.tenant)'")
        }
        do {
            return try ProviderMetadata(document)
        } catch {
            throw error.within("the configuration of the tenant '\(authority.tenant)' is not usable")
        }
    }

    /// OpenID discovery first, then RFC 8414.
    private static func discover(_ issuer: Issuer, using client: HTTPClient) throws(Failure) -> ProviderMetadata {
        let base = issuer.url.path.hasSuffix("/") ? String(issuer.url.path.dropLast()) : issuer.url.path
        let places = [
            issuer.url.with(path: base + "/.well-known/openid-configuration"),
            issuer.url.with(path: "/.well-known/oauth-authorization-server" + base),
        ]
        var refusals: [String] = []
        for place in places {
            let response = try client.get(place)
            if response.status == 429 || response.status >= 500 {
                throw Failure(response: response, to: "read \(place)")
            }
            guard response.status == 200 else {
                refusals.append("\(place) answered HTTP \(response.status)")
                continue
            }
            guard let document = try? JSON(parsing: response.body).objectValue else {
                refusals.append("\(place) did not answer with a JSON object")
                continue
            }
            let metadata = try ProviderMetadata(document)
            try metadata.check(issuer, place)
            return metadata
        }
        throw Failure(
            .protocolError, "no metadata for the issuer '\(issuer.identifier)': " + refusals.joined(separator: "; "),
            hint: "check the issuer's address; it is the part before /.well-known/openid-configuration")
    }

    /// Whether this may be used for the issuer that was asked for.
    private func check(_ asked: Issuer, _ place: WebURL) throws(Failure) {
        // Exactly, and not as Swift compares texts: that would take two spellings of one character for the same.
        guard issuer.utf8.elementsEqual(asked.identifier.utf8) else {
            throw Failure(
                .protocolError, "\(place) is the metadata of the issuer '\(issuer)', not of '\(asked.identifier)'",
                hint: "issuers are compared exactly: give --issuer as the metadata has it, if that is the one you mean")
        }
        for url in [tokenEndpointURL, keySetEndpoint].compactMap(\.self) where asked.url.isSecure && !url.isSecure {
            throw Failure(.protocolError, "'\(url)' in the provider's metadata is not https")
        }
    }
}
