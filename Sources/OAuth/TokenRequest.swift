/// Which token is wanted: the cache is searched for it, and a flow can get it.
package struct TokenRequest: Sendable {
    package let provider: Provider
    package let clientID: String
    package let scopes: Scopes

    package init(provider: Provider, clientID: String, scopes: Scopes) {
        self.provider = provider
        self.clientID = clientID
        self.scopes = scopes
    }
}
