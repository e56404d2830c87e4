/// That a person signed in: who, how and when.
package struct SignIn: Sendable {
    package let user: User
    package let tenant: Tenant
    /// How they proved who they are: the `amr` of version 1 tokens.
    package var methods = ["pwd"]
    /// Seconds since 1970.
    package let time: Int
    /// How often the person's sessions had been revoked by then.
    package let revocations: Int
    /// The `sid` of tokens.
    package let sessionID: String

    package var hasMFA: Bool { methods.contains("mfa") }
}

/// What a person lets a client have: what codes and refresh tokens stand for.
package struct UserGrant: Sendable {
    package let signIn: SignIn
    /// The client id.
    package var clientID: String
    /// The family whose apps may redeem a refresh token; nil when only the client itself may.
    package var family: String?
    package var scopes: DelegatedScopes
    /// The authorization request's, for the id token.
    package var nonce: String?
    /// Whether the client asked how long ago the person signed in (`max_age`).
    package var showsTime = false
    /// What the client wants of the access token.
    package var claims = ClaimsRequest()
}
