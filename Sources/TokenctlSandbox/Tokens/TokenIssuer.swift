package import JOSE

/// Signs tokens and words the successful answer (RFC 6749 section 5.1) as Entra does.
package struct TokenIssuer: Sendable {
    package let keys: SigningKeys
    /// Of access tokens, in seconds.
    package let lifetime: Int
    /// What an AD FS signs with in place of them.
    package var federationKey: SigningKey?

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
        var answer: JSONObject = ["token_type": .string("Bearer")]
        answer.members += times(request, resource: resource, lifetime)
        answer["access_token"] = .string(try sign(token))
        return Response(
            body: .object(tenant.shape.worded(answer, resource: resource, now: exchange.now)))
    }

    package func sign(_ token: AccessToken) throws(EntraError) -> String {
        guard token.tenant.shape == .adfs, let federationKey else { return try keys.sign(token.claims, for: token.api) }
        return try SigningKeys.sign(token.claims, asADFS: federationKey)
    }

    package func sign(_ token: IDToken) throws(EntraError) -> String {
        guard token.grant.signIn.tenant.shape == .adfs, let federationKey else { return try keys.sign(token) }
        return try SigningKeys.sign(token.claims, asADFS: federationKey)
    }

    /// How long a new token lives, as members of the answer; version 1 endpoints also say until when, and for what.
    package func times(_ request: TokenRequest, resource: String, _ lifetime: Int) -> [JSONObject.Member] {
        let times = [("expires_in", lifetime), ("ext_expires_in", lifetime), ("refresh_in", lifetime / 2)]
        let now = request.exchange.now
        let moments = request.version == .v1 ? [("expires_on", now + lifetime), ("not_before", now)] : []
        return (times.prefix(lifetime > Self.longLife ? 3 : 2) + moments).map {
            JSONObject.Member($0, number($1, in: request.version))
        } + (request.version == .v1 ? [JSONObject.Member("resource", .string(resource))] : [])
    }

    /// Version 1 endpoints write numbers as strings.
    private func number(_ value: Int, in version: PlatformVersion) -> JSON {
        version == .v1 ? .string(String(value)) : .integer(value)
    }
}
