/// A person who has signed in, as MSAL's caches name them.
package struct Account: Sendable, Equatable {
    /// Across tenants: `uid.utid` with Entra, else the id token's `sub`.
    package let homeAccountID: String
    /// In the tenant that was signed in to: the id token's `oid`, else `sub`.
    package let localAccountID: String
    package let username: String
    /// The tenant that was signed in to, or what MSAL has in its place.
    package let realm: String

    package init(homeAccountID: String, localAccountID: String, username: String, realm: String) {
        self.homeAccountID = homeAccountID
        self.localAccountID = localAccountID
        self.username = username
        self.realm = realm
    }

    /// For people: the user name, where the provider tells it.
    package var name: String { username.isEmpty ? homeAccountID : username }

    /// Whether a user means this account: by user name, whatever its case, or by home account id.
    package func isNamed(_ name: String) -> Bool {
        username.lowercased() == name.lowercased() || homeAccountID.lowercased() == name.lowercased()
    }
}
