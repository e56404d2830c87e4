import JOSE
package import World

/// A token endpoint and what it accepts.
package struct TokenEndpoint: Sendable {
    package let url: WebURL
    /// Entra or AD FS.
    package let isMicrosoft: Bool
    /// The tenant or realm that MSAL's caches name the token by.
    package let realm: String
    /// Names of `ClientAuthMethod`s and others, as the provider spells them.
    let authMethods: [String]
    /// What assertions may be signed with; nil when the provider does not say.
    private let algorithms: [String]?
    private let isADFS: Bool

    /// An Entra-like authority; nothing is asked but, for a tenant's domain name, its id.
    init(_ authority: Authority, using client: HTTPClient) throws(Failure) {
        realm =
            authority.hasTenantID || authority.isADFS ? authority.tenant : try Self.tenantID(authority, using: client)
        url = authority.tokenEndpoint
        isMicrosoft = true
        isADFS = authority.isADFS
        authMethods = [ClientAuthMethod.clientSecretPost.rawValue, ClientAuthMethod.privateKeyJWT.rawValue]
        algorithms = nil
    }

    /// Any provider, as it describes itself.
    init(_ metadata: ProviderMetadata) {
        url = metadata.tokenEndpoint
        isMicrosoft = false
        isADFS = false
        realm = url.path.split(separator: "/").first.map(String.init) ?? ""
        authMethods = metadata.tokenEndpointAuthMethods ?? [ClientAuthMethod.clientSecretBasic.rawValue]
        algorithms = metadata.assertionAlgorithms
    }

    package static func resolve(_ provider: Provider, using client: HTTPClient) throws(Failure) -> TokenEndpoint {
        switch provider {
        case .authority(let authority): try TokenEndpoint(authority, using: client)
        case .issuer(let issuer): TokenEndpoint(try ProviderMetadata.discover(issuer, using: client))
        }
    }

    /// The headers of every request: Entra echoes the correlation id in its answers and logs.
    func headers(correlationID: String) -> [HTTPRequest.Field] {
        let accept = HTTPRequest.Field("Accept", "application/json")
        guard isMicrosoft else { return [accept] }
        return [
            accept, .init("client-request-id", correlationID), .init("return-client-request-id", "true"),
            .init("x-client-SKU", "tokenctl"),
        ]
    }

    /// The best algorithm that the key can make and the provider takes.
    func preferredAlgorithm(for kind: KeyKind) throws(Failure) -> SignatureAlgorithm {
        let possible: [SignatureAlgorithm] =
            switch kind {
            case .rsa where isADFS: [.rs256]
            case .rsa where isMicrosoft: [.ps256]
            case .rsa: [.rs256, .ps256, .rs384, .ps384, .rs512, .ps512]
            case .p256: [.es256]
            case .p384: [.es384]
            case .p521: [.es512]
            case .ed25519: [.edDSA]
            }
        guard let algorithms else { return possible[0] }
        if let best = possible.first(where: { algorithms.contains($0.rawValue) }) { return best }
        throw Failure(
            .usage,
            "the provider takes assertions signed with \(algorithms.joined(separator: ", ")): not with this key",
            hint: "use another key, or insist with --assertion-alg")
    }

    /// MSAL's caches name a tenant by its id; the configuration that is published under its domain tells it.
    private static func tenantID(_ authority: Authority, using client: HTTPClient) throws(Failure) -> String {
        let response = try client.get(authority.configurationEndpoint)
        let document = try? JSON(parsing: response.body).objectValue
        guard response.status == 200 else {
            throw Failure(response: response, to: "look up the tenant '\(authority.tenant)'")
        }
        guard let text = document?["token_endpoint"]?.stringValue, let endpoint = try? WebURL(text),
            let tenant = endpoint.path.split(separator: "/").first
        else {
            throw Failure(.protocolError, "the configuration of the tenant '\(authority.tenant)' has no token_endpoint")
        }
        return tenant.lowercased()
    }
}
