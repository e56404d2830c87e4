package import JOSE

/// A registered application and its service principal.
package struct App: Sendable {
    /// The client id.
    package let id: String
    package let name: String
    /// The service principal's object id: `oid` and `sub` of app tokens.
    package let objectID: String
    package var isEnabled = true
    /// Whether it cannot keep a secret (RFC 6749 section 2.1).
    package var isPublic = false
    /// The family of Microsoft's own apps that use each other's refresh tokens (`foci`); nil for all other apps.
    package var family: String?
    package var secrets: [ClientSecret] = []
    /// Those whose keys it may sign client assertions with.
    package var certificates: [Certificate] = []
    /// The app roles granted to it, by the id of the API that defines them.
    package var roles: [String: [String]] = [:]
    package var redirectURIs: [RedirectURI] = []
    /// The delegated permissions that it is registered for, by the id of the API that defines them.
    package var permissions: [String: [String]] = [:]
}

/// A client secret; `expiry` in seconds since 1970.
package struct ClientSecret: Sendable {
    package let value: String
    package let expiry: Int
}
