import JOSE
package import World

/// A token endpoint and what it accepts.
package struct TokenEndpoint: Sendable {
    package private(set) var url: WebURL
    /// Entra or AD FS.
    package let isMicrosoft: Bool
    /// The tenant or realm that MSAL's caches name the token by.
    package let realm: String
    /// Names of `ClientAuthMethod`s and others, as the provider spells them.
    let authMethods: [String]
    /// What assertions may be signed with; nil when the provider does not say.
    private let algorithms: [String]?
    /// AD FS and dSTS know no newer signatures.
    private let takesRS256Only: Bool

    /// An Entra-like authority whose tenant is given by its id.
    private init(_ authority: Authority) {
        realm = authority.tenant
        url = authority.tokenEndpoint
        isMicrosoft = true
        takesRS256Only = authority.takesRS256Only
        authMethods = Self.microsoftAuthMethods
        algorithms = nil
    }

    /// A provider as it describes itself; what an Entra-like one takes is known better than it says.
    ///
    /// - Throws: `protocolError` for one that does not say where its token endpoint is.
    init(_ metadata: ProviderMetadata, of provider: Provider) throws(Failure) {
        url = try metadata.tokenEndpoint()
        let segments = url.path.split(separator: "/").map(String.init)
        switch provider {
        case .authority(let authority):
            isMicrosoft = true
            takesRS256Only = authority.takesRS256Only
            let ofTenant = segments.dropFirst(segments.first?.lowercased() == authority.prefix ? 1 : 0)
            realm = authority.isADFS ? authority.tenant : ofTenant.first?.lowercased() ?? ""
            authMethods = Self.microsoftAuthMethods
            algorithms = nil
        case .issuer:
            isMicrosoft = false
            takesRS256Only = false
            realm = segments.first ?? ""
            authMethods = metadata.tokenEndpointAuthMethods ?? [ClientAuthMethod.clientSecretBasic.rawValue]
            algorithms = metadata.assertionAlgorithms
        }
    }

    private static let microsoftAuthMethods = [
        ClientAuthMethod.clientSecretPost.rawValue, ClientAuthMethod.privateKeyJWT.rawValue,
    ]

    /// The endpoint of a provider; the provider is asked only where its address does not follow from what is known.
    package static func resolve(_ provider: Provider, using client: HTTPClient) throws(Failure) -> TokenEndpoint {
        // MSAL's caches name a tenant by its id, which the configuration that is published under its domain tells.
        if case .authority(let authority) = provider, authority.hasTenantID || authority.isADFS {
            return TokenEndpoint(authority)
        }
        let endpoint = try TokenEndpoint(ProviderMetadata.discover(provider, using: client), of: provider)
        if case .authority(let authority) = provider, endpoint.realm.isEmpty {
            throw Failure(.protocolError, "the configuration of the tenant '\(authority.tenant)' names no tenant's id")
        }
        return endpoint
    }

    /// The same in a region, where the provider has any.
    func at(_ region: Region) -> TokenEndpoint {
        var endpoint = self
        endpoint.url = region.address(of: url) ?? url
        return endpoint
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
            case .rsa where takesRS256Only: [.rs256]
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
}

extension Authority {
    /// By MSAL.NET's table of what its authorities take of a certificate.
    fileprivate var takesRS256Only: Bool { kind == .adfs || kind == .dsts }
}
