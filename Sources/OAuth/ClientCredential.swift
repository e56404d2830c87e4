package import JOSE
package import World

/// How an app proves that it is that app.
package enum ClientCredential: Sendable {
    case secret(Secret)
    /// A key whose public part the provider knows; it signs a fresh assertion for each request.
    case key(AssertionKey)
    /// An assertion that someone else makes, fetched again for each request, as it lives for minutes only: RFC 7523
    /// section 2.2.
    case assertion(@Sendable () throws(Failure) -> Secret)
}

/// A key that signs client assertions, and how it is to be named in them.
package struct AssertionKey: Sendable {
    package let key: PrivateKey
    /// The certificate and those above it; empty for a bare key.
    package let chain: [Certificate]
    /// Asked for by the user; nil for the best that the provider takes.
    package var algorithm: SignatureAlgorithm?
    /// Send the chain, for providers that trust a certificate's subject and issuer rather than one certificate.
    package var sendsChain: Bool
    /// The name under which the provider knows the key.
    package var keyID: String?

    package init(
        key: PrivateKey, chain: [Certificate], algorithm: SignatureAlgorithm? = nil, sendsChain: Bool = false,
        keyID: String? = nil
    ) {
        self.key = key
        self.chain = chain
        self.algorithm = algorithm
        self.sendsChain = sendsChain
        self.keyID = keyID
    }
}

/// How the credential travels to the token endpoint; the names are those of RFC 7591 and OpenID Connect.
package enum ClientAuthMethod: String, Sendable, CaseIterable {
    case clientSecretBasic = "client_secret_basic"
    case clientSecretPost = "client_secret_post"
    case privateKeyJWT = "private_key_jwt"
}
