package import JOSE

/// The claims of an id token, of version 2 (OpenID Connect Core 1.0 section 2), named and ordered as Entra does.
package struct IDToken: Sendable {
    package let grant: UserGrant
    package let base: BaseURL
    /// Seconds since 1970.
    package let now: Int

    /// In seconds, whatever access tokens live.
    private static let lifetime = 3600

    package var claims: JSONObject {
        switch grant.signIn.tenant.shape {
        case .entra: entraClaims
        case .adfs: ADFSToken.identityClaims(self)
        case .b2c(let policy): B2CToken.identityClaims(self, policy: policy)
        }
    }

    private var entraClaims: JSONObject {
        let signIn = grant.signIn
        var claims: JSONObject = [
            "aud": .string(grant.clientID),
            "iss": .string(PlatformVersion.v2.issuer(of: signIn.tenant.id, at: base)),
            "iat": .integer(now - AccessToken.backdating),
            "nbf": .integer(now - AccessToken.backdating),
            "exp": .integer(now + Self.lifetime),
        ]
        claims["auth_time"] = grant.showsTime ? .integer(signIn.time) : nil
        claims["email"] = grant.scopes.asks(for: "email") ? .string(signIn.user.name) : nil
        if grant.scopes.asks(for: "profile") { claims["name"] = .string(signIn.user.displayName) }
        claims["nonce"] = grant.nonce.map { .string($0) }
        if grant.scopes.asks(for: "profile") {
            claims["oid"] = .string(signIn.user.id)
            claims["preferred_username"] = .string(signIn.user.name)
        }
        claims["rh"] = .string("1." + Identifier.opaque(bytes: 36) + ".")
        claims["sid"] = .string(signIn.sessionID)
        claims["sub"] = .string(PairwiseSubject.of(signIn.user, for: grant.clientID))
        claims["tid"] = .string(signIn.tenant.id)
        claims["uti"] = .string(Identifier.opaque(bytes: 16))
        claims["ver"] = .string(PlatformVersion.v2.rawValue)
        return claims
    }
}
