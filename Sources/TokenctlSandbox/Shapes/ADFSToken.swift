package import JOSE

/// The claims of AD FS's tokens, named and ordered as it does.
package enum ADFSToken {
    /// Who issues access tokens: a name, where nothing is asked.
    package static func issuer(at base: BaseURL) -> String { "http://\(base.authority)/adfs/services/trust" }

    /// - Parameter token: what Entra's would say.
    package static func accessClaims(_ token: AccessToken) -> JSONObject {
        var claims: JSONObject = [
            "aud": .string(token.resource), "iss": .string(issuer(at: token.base)), "iat": .integer(token.now),
            "nbf": .integer(token.now), "exp": .integer(token.now + token.lifetime),
            "apptype": .string(token.client.method == .none ? "Public" : "Confidential"),
            "appid": .string(token.client.app.id),
        ]
        switch token.subject {
        case .app:
            claims["authmethod"] = .string("http://schemas.microsoft.com/ws/2012/12/authmethod/clientcredentials")
            claims["auth_time"] = .string(Timestamp.iso8601(token.now))
        case .user(let signIn, let permissions):
            claims["sub"] = .string(PairwiseSubject.of(signIn.user, for: token.resource))
            claims["upn"] = .string(signIn.user.name)
            claims["authmethod"] = .string("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport")
            claims["auth_time"] = .string(Timestamp.iso8601(signIn.time))
            claims["scp"] = .string(permissions.joined(separator: " "))
        }
        claims["ver"] = .string("1.0")
        return claims
    }

    package static func identityClaims(_ token: IDToken) -> JSONObject {
        let signIn = token.grant.signIn
        var claims: JSONObject = [
            "aud": .string(token.grant.clientID), "iss": .string(signIn.tenant.issuer(.v2, at: token.base)),
            "iat": .integer(token.now), "nbf": .integer(token.now), "exp": .integer(token.now + 3600),
            "auth_time": .integer(signIn.time),
        ]
        claims["nonce"] = token.grant.nonce.map { .string($0) }
        claims["sub"] = .string(PairwiseSubject.of(signIn.user, for: token.grant.clientID))
        claims["upn"] = .string(signIn.user.name)
        claims["unique_name"] = .string("FABRIKAM\\\(signIn.user.shortName)")
        claims["sid"] = .string(signIn.sessionID)
        return claims
    }
}
