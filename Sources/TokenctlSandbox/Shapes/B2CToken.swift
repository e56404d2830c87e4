package import JOSE

/// The claims of Azure AD B2C's tokens, named and ordered as it does.
package enum B2CToken {
    package static func accessClaims(_ token: AccessToken, policy: String) -> JSONObject {
        var claims = start(of: token.api.id, token.tenant, token.base, token.now, token.lifetime)
        switch token.subject {
        case .app:
            claims["sub"] = .string(token.client.app.objectID)
            claims["oid"] = .string(token.client.app.objectID)
            claims["azpacr"] = .string(token.client.method.rawValue)
            claims["roles"] = token.client.app.roles[token.api.id].map { .strings($0) }
        case .user(let signIn, let permissions):
            addPerson(signIn, to: &claims)
            claims["scp"] = .string(permissions.joined(separator: " "))
        }
        claims[name(of: policy)] = .string(policy)
        claims["azp"] = .string(token.client.app.id)
        claims["ver"] = .string("1.0")
        claims["iat"] = .integer(token.now)
        return claims
    }

    package static func identityClaims(_ token: IDToken, policy: String) -> JSONObject {
        let signIn = token.grant.signIn
        var claims = start(of: token.grant.clientID, signIn.tenant, token.base, token.now, 3600)
        addPerson(signIn, to: &claims)
        claims["nonce"] = token.grant.nonce.map { .string($0) }
        claims[name(of: policy)] = .string(policy)
        claims["ver"] = .string("1.0")
        claims["iat"] = .integer(token.now)
        claims["auth_time"] = .integer(signIn.time)
        return claims
    }

    private static func start(
        of audience: String, _ tenant: Tenant, _ base: BaseURL, _ now: Int, _ lifetime: Int
    ) -> JSONObject {
        [
            "iss": .string(tenant.issuer(.v2, at: base)), "exp": .integer(now + lifetime), "nbf": .integer(now),
            "aud": .string(audience),
        ]
    }

    /// Local accounts have one id everywhere.
    private static func addPerson(_ signIn: SignIn, to claims: inout JSONObject) {
        claims["oid"] = .string(signIn.user.id)
        claims["sub"] = .string(signIn.user.id)
        claims["name"] = .string(signIn.user.displayName)
        claims["emails"] = .strings([signIn.user.name])
    }

    private static func name(of policy: String) -> String { policy == Contoso.customPolicy ? "acr" : "tfp" }
}
