import JOSE

/// Signs tokens and words the successful answer (RFC 6749 section 5.1) as Entra does.
package struct TokenIssuer: Sendable {
    package let keys: SigningKeys
    /// Of access tokens, in seconds.
    package let lifetime: Int

    /// Tokens that live longer than this, in seconds, may be refreshed at half their time (`refresh_in`).
    private static let longLife = 7200

    package func appToken(
        for client: AuthenticatedClient, resource: String, api: API, request: TokenRequest, tenant: Tenant
    ) throws(EntraError) -> Response {
        let exchange = request.exchange
        let token = AccessToken(
            client: client, api: api, resource: resource, tenant: tenant, base: exchange.base, now: exchange.now,
            lifetime: lifetime)
        var answer: JSONObject = [
            "token_type": .string("Bearer"),
            "expires_in": number(lifetime, in: request.version),
            "ext_expires_in": number(lifetime, in: request.version),
        ]
        if lifetime > Self.longLife { answer["refresh_in"] = number(lifetime / 2, in: request.version) }
        if request.version == .v1 {
            answer["expires_on"] = number(exchange.now + lifetime, in: .v1)
            answer["not_before"] = number(exchange.now, in: .v1)
            answer["resource"] = .string(resource)
        }
        answer["access_token"] = .string(try keys.sign(token.claims, for: api))
        return Response(body: .object(answer))
    }

    /// Version 1 endpoints write numbers as strings.
    private func number(_ value: Int, in version: PlatformVersion) -> JSON {
        version == .v1 ? .string(String(value)) : .integer(value)
    }
}
