/// A protected resource that tokens are issued for.
package struct API: Sendable {
    /// Its application id: the audience of version 2 tokens.
    package let id: String
    package let name: String
    /// The application ID URI: what scopes start with, and the audience of version 1 tokens.
    package let uri: String
    /// The version of the tokens that it wants (`requestedAccessTokenVersion`), whatever endpoint is asked.
    package let tokenVersion: PlatformVersion
    /// The app roles that it defines.
    package let roles: [String]
    /// The delegated permissions that it defines.
    package let scopes: [String]
    /// Whether only the API itself can validate its tokens, as Microsoft Graph: their header has a `nonce`.
    package var hidesSignature = false
    /// The conditional-access policy that wants a second factor from whoever gets a token for it; nil without one.
    package var policy: String?
    /// The ids of the clients whose sign-ins may collect the consents that the API itself needs
    /// (`knownClientApplications`).
    package var knownClients: [String] = []
    /// The permissions that need nobody's consent, by client id.
    package var preauthorized: [String: [String]] = [:]

    /// Whether a resource name in a request means this API; a trailing slash makes no difference.
    package func isNamed(_ resource: String) -> Bool {
        let name = resource.hasSuffix("/") ? resource.dropLast() : resource[...]
        return name == uri || name.lowercased() == id
    }
}
