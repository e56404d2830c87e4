/// Which token is wanted: the cache is searched for it, and a flow can get it.
package struct TokenRequest: Sendable {
    package let provider: Provider
    package let clientID: String
    package let scopes: Scopes
    package let subject: Subject
    package let claims: ClaimsRequest
    package let tokenType: RequestedTokenType

    package init(
        provider: Provider, clientID: String, scopes: Scopes, subject: Subject = .app,
        claims: ClaimsRequest = ClaimsRequest(), tokenType: RequestedTokenType = .accessToken
    ) {
        self.provider = provider
        self.clientID = clientID
        self.scopes = scopes
        self.subject = subject
        self.claims = claims
        self.tokenType = tokenType
    }
}
