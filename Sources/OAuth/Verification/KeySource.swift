import World

/// Whose keys, and for which tokens.
package struct KeySource: Sendable, Equatable {
    package let provider: Provider
    package var tokens = ConfiguredTokens()

    package init(_ provider: Provider, _ tokens: ConfiguredTokens = ConfiguredTokens()) {
        self.provider = provider
        self.tokens = tokens
    }

    /// An address that no other source has.
    package var name: String {
        switch provider {
        case .authority(let authority): authority.configurationEndpoint(tokens).description
        case .issuer(let issuer): issuer.identifier
        }
    }
}

/// The tokens that one of Entra's configuration documents is about.
package struct ConfiguredTokens: Sendable, Equatable {
    /// Tokens whose `ver` is 1.0, which have another issuer.
    package var areVersion1 = false
    /// The app whose own signing key counts, after its claims were mapped; nil for the tenant's keys.
    package var appID: String?

    package init(areVersion1: Bool = false, appID: String? = nil) {
        self.areVersion1 = areVersion1
        self.appID = appID
    }
}
