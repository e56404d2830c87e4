package import JOSE

/// Signs tokens and words the successful answer (RFC 6749 section 5.1) as Entra does.
package struct TokenIssuer: Sendable {
    package let keys: SigningKeys
    /// Of access tokens, in seconds.
    package let lifetime: Int

    /// Tokens that live longer than this, in seconds, may be refreshed at half their time (`refresh_in`).
    private static let longLife = 7200
    /// Of a person's tokens that may be recalled, in seconds.
    private static let recallableLife = 86_400

    /// How long a person's token lives, in seconds.
    package func lifetime(of grant: UserGrant) -> Int {
        grant.claims.canBeChallenged ? Self.recallableLife : lifetime
    }

    package func appToken(
        for client: AuthenticatedClient, resource: String, api: API, request: TokenRequest, tenant: Tenant
    ) throws(EntraError) -> Response {
        let exchange = request.exchange
        let token = AccessToken(
            client: client, subject: .app, api: api, resource: resource, tenant: tenant, base: exchange.base,
            now: exchange.now, lifetime: lifetime, asked: try request.claims ?? ClaimsRequest())
        var answer = JSONObject(
            members: [JSONObject.Member("token_type", .string("Bearer"))] + times(request.version, lifetime))
        if request.version == .v1 {
            answer["expires_on"] = number(exchange.now + lifetime, in: .v1)
            answer["not_before"] = number(exchange.now, in: .v1)
            answer["resource"] = .string(resource)
        }
        answer["access_token"] = .string(try keys.sign(token.claims, for: api))
        return Response(body: .object(answer))
    }

    /// How long a new access token lives, as members of the answer.
    package func times(_ version: PlatformVersion, _ lifetime: Int) -> [JSONObject.Member] {
        let times = [("expires_in", lifetime), ("ext_expires_in", lifetime), ("refresh_in", lifetime / 2)]
        return times.prefix(lifetime > Self.longLife ? 3 : 2).map { JSONObject.Member($0, number($1, in: version)) }
    }

    /// Version 1 endpoints write numbers as strings.
    private func number(_ value: Int, in version: PlatformVersion) -> JSON {
        version == .v1 ? .string(String(value)) : .integer(value)
    }
}
