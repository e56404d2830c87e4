import JOSE
package import World

extension ProviderMetadata {
    /// Asks a provider for its metadata.
    ///
    /// - Throws: what the transport throws; `protocolError` when there is none, or another issuer's.
    package static func discover(_ provider: Provider, using client: HTTPClient) throws(Failure) -> ProviderMetadata {
        let document = try document(of: provider, using: client)
        do {
            return try ProviderMetadata(document)
        } catch {
            guard case .authority(let authority) = provider else { throw error }
            throw error.within("the configuration of the tenant '\(authority.tenant)' is not usable")
        }
    }

    /// The same, as it stands; only whose it is has been looked at.
    ///
    /// - Parameter tokens: which of Entra's documents is wanted.
    static func document(
        of provider: Provider, _ tokens: ConfiguredTokens = ConfiguredTokens(), using client: HTTPClient
    ) throws(Failure) -> JSONObject {
        switch provider {
        case .authority(let authority): try document(of: authority, tokens, using: client)
        case .issuer(let issuer): try document(of: issuer, using: client)
        }
    }

    /// Entra's configuration; its issuer may be a template, and B2C's is at another address than the authority.
    private static func document(
        of authority: Authority, _ tokens: ConfiguredTokens, using client: HTTPClient
    ) throws(Failure) -> JSONObject {
        let response = try client.get(authority.configurationEndpoint(tokens))
        guard response.status == 200, let document = try? JSON(parsing: response.body).objectValue else {
            let policy = authority.policy.map { "the policy '\($0)' of " } ?? ""
            throw Failure(response: response, to: "look up \(policy)the tenant '\(authority.tenant)'")
        }
        try check(document, from: authority.server)
        // Without an issuer it is of no use, and whoever reads it says so.
        if let issuer = document["issuer"]?.stringValue, !authority.accepts(issuer: issuer) {
            throw Failure(
                .protocolError,
                "the configuration of '\(authority)' names the issuer '\(issuer)', which is of neither that host nor Entra",
                hint: "check the authority's address; nothing more was sent to it")
        }
        return document
    }

    /// OpenID discovery first, then RFC 8414.
    private static func document(of issuer: Issuer, using client: HTTPClient) throws(Failure) -> JSONObject {
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
            try check(document, isOf: issuer, place)
            return document
        }
        throw Failure(
            .protocolError, "no metadata for the issuer '\(issuer.identifier)': " + refusals.joined(separator: "; "),
            hint: microsoftHint(issuer.url)
                ?? "check the issuer's address; it is the part before /.well-known/openid-configuration")
    }

    /// Whether this may be used for the issuer that was asked for.
    private static func check(
        _ document: JSONObject, isOf asked: Issuer, _ place: WebURL
    ) throws(Failure) {
        guard let issuer = document["issuer"]?.stringValue else {
            throw Failure(.protocolError, "the provider's metadata has no issuer")
        }
        guard issuer.isExactly(asked.identifier) else {
            throw Failure(
                .protocolError, "\(place) is the metadata of the issuer '\(issuer)', not of '\(asked.identifier)'",
                hint: IssuerRule.isTemplate(issuer)
                    ? "this is Entra's for many tenants: give --tenant common, or the tenant, and no --issuer"
                    : microsoftHint(asked.url) ?? microsoftHint(try? WebURL(issuer), of: asked.url)
                        ?? "issuers are compared exactly: give --issuer as the metadata has it, if that is the one you mean"
            )
        }
        try check(document, from: asked.url)
    }

    /// Microsoft's issuers are seldom what their authorities are called.
    ///
    /// - Parameter own: the customer's own host, in whose metadata the issuer stands.
    private static func microsoftHint(_ issuer: WebURL?, of own: WebURL? = nil) -> String? {
        guard let issuer, KnownHosts.isIssuer(issuer.host) else { return nil }
        return """
            this is one of Microsoft's: give it as --authority, with the tenant (and for B2C the policy), not as --issuer
            """ + (own.map { "; if \($0.host) is your own host, then with --no-instance-discovery" } ?? "")
    }

    /// What secrets, codes and people are sent to, and keys are looked for at.
    private static let addresses = [
        "token_endpoint", "jwks_uri", "authorization_endpoint", "device_authorization_endpoint", "revocation_endpoint",
    ]

    /// Whoever is asked over https does not send secrets, or look for keys, in the clear; nor on this machine, unless
    /// that is where the provider is.
    ///
    /// As in MSAL, the addresses may be on other hosts: Entra's clouds and many providers have them there, and whoever
    /// can write the metadata could just as well pass on what its own host is sent.
    private static func check(_ document: JSONObject, from server: WebURL) throws(Failure) {
        if let name = document.duplicateName {
            throw Failure(.protocolError, "the provider's metadata has more than one \(name)")
        }
        for name in addresses where server.isSecure {
            guard let address = document[name]?.stringValue else { continue }
            guard !address.lowercased().hasPrefix("http:") else {
                throw Failure(.protocolError, "the provider's \(name) '\(address)' is not https")
            }
            guard
                WebURL.isLoopback(host: server.host)
                    || (try? WebURL(address)).map({ WebURL.isLoopback(host: $0.host) }) != true
            else {
                throw Failure(
                    .protocolError, "the provider's \(name) '\(address)' is on this machine, and the provider is not")
            }
        }
    }
}
