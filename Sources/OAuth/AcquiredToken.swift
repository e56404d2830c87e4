/// An access token, wherever it came from.
package struct AcquiredToken: Sendable {
    package enum Source: String, Sendable {
        case cache
        case refresh
        case network
    }

    package let accessToken: String
    package let tokenType: String
    /// When it was issued, or cached; seconds since 1970.
    package let obtainedOn: Int
    /// Seconds since 1970.
    package let expiresOn: Int
    /// Until when it may be used while the provider is down; seconds since 1970.
    package let extendedExpiresOn: Int
    /// When a new token should be asked for; seconds since 1970.
    package let refreshOn: Int?
    package let scopes: Scopes
    /// The tenant, or what MSAL's caches have in its place.
    package let realm: String
    /// nil for an app's own token.
    package let account: Account?
    package let idToken: String?
    package let refreshToken: String?
    package let familyID: String?
    package var source: Source
    package let correlationID: String?

    package init(
        accessToken: String, tokenType: String, obtainedOn: Int, expiresOn: Int, extendedExpiresOn: Int,
        refreshOn: Int?, scopes: Scopes, realm: String, account: Account? = nil, idToken: String? = nil,
        refreshToken: String? = nil, familyID: String? = nil, source: Source, correlationID: String? = nil
    ) {
        self.accessToken = accessToken
        self.tokenType = tokenType
        self.obtainedOn = obtainedOn
        self.expiresOn = expiresOn
        self.extendedExpiresOn = extendedExpiresOn
        self.refreshOn = refreshOn
        self.scopes = scopes
        self.realm = realm
        self.account = account
        self.idToken = idToken
        self.refreshToken = refreshToken
        self.familyID = familyID
        self.source = source
        self.correlationID = correlationID
    }

    /// A token that a provider has just issued.
    ///
    /// - Parameters:
    ///   - asked: what was asked for; the answer names its scopes only where they differ.
    ///   - now: seconds since 1970.
    init(_ response: TokenResponse, asked: Scopes, realm: String, account: Account? = nil, now: Int) {
        self.init(
            accessToken: response.accessToken, tokenType: response.tokenType, obtainedOn: now,
            expiresOn: now + response.expiresIn, extendedExpiresOn: now + response.extendedExpiresIn,
            refreshOn: response.refreshIn.map { now + $0 }, scopes: response.scope.map { Scopes($0) } ?? asked,
            realm: realm, account: account, idToken: response.idToken, refreshToken: response.refreshToken,
            familyID: response.familyID, source: .network, correlationID: response.correlationID)
    }
}
