import JOSE
import World

/// What an issuer's metadata says of its tokens: OpenID Connect Discovery 1.0 section 3.
///
/// Whatever else stands in the metadata does not matter to whoever only verifies.
struct IssuerMetadata {
    let issuer: String
    let keys: WebURL
    /// Whose access tokens are, where that is another name.
    let accessTokenIssuer: String?

    /// - Throws: `protocolError`.
    init(_ document: JSONObject) throws(Failure) {
        guard let issuer = document["issuer"]?.stringValue else {
            throw Failure(.protocolError, "the provider's metadata has no issuer")
        }
        guard let keys = try ProviderMetadata.url("jwks_uri", of: document) else {
            throw Failure(.protocolError, "the provider's metadata has no jwks_uri")
        }
        self.issuer = issuer
        self.keys = keys
        accessTokenIssuer = document["access_token_issuer"]?.stringValue
    }
}
