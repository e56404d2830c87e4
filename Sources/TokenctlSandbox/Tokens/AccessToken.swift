package import JOSE

/// The claims of an app-only access token, named and ordered as Entra does.
package struct AccessToken: Sendable {
    package let client: AuthenticatedClient
    package let api: API
    /// The API as the request named it: version 1 tokens repeat it in `aud`.
    package let resource: String
    package let tenant: Tenant
    package let base: BaseURL
    /// Seconds since 1970.
    package let now: Int
    package let lifetime: Int

    /// Entra backdates tokens, for APIs whose clock is slow.
    private static let backdating = 300

    package var claims: JSONObject {
        let app = client.app
        let isVersion1 = api.tokenVersion == .v1
        let issuer = api.tokenVersion.issuer(of: tenant.id, at: base)
        var claims: JSONObject = [
            "aud": .string(isVersion1 ? resource : api.id),
            "iss": .string(issuer),
            "iat": .integer(now - Self.backdating),
            "nbf": .integer(now - Self.backdating),
            "exp": .integer(now + lifetime),
            "aio": .string(Identifier.opaque(bytes: 30)),
        ]
        claims[isVersion1 ? "appid" : "azp"] = .string(app.id)
        claims[isVersion1 ? "appidacr" : "azpacr"] = .string(client.method.rawValue)
        claims["idp"] = isVersion1 ? .string(issuer) : nil
        claims["idtyp"] = .string("app")
        claims["oid"] = .string(app.objectID)
        claims["rh"] = .string("1." + Identifier.opaque(bytes: 36) + ".")
        claims["roles"] = app.roles[api.id].map { .array($0.map { .string($0) }) }
        claims["sub"] = .string(app.objectID)
        claims["tid"] = .string(tenant.id)
        claims["uti"] = .string(Identifier.opaque(bytes: 16))
        claims["ver"] = .string(api.tokenVersion.rawValue)
        return claims
    }
}
