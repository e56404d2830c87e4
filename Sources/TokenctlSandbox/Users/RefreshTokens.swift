/// The refresh tokens that are out (RFC 6749 section 6).
package struct RefreshTokens: Sendable {
    private struct Entry {
        let grant: UserGrant
        /// Seconds since 1970.
        let issued: Int
        /// What authority gave it out.
        let realm: String
        var isUsed = false
    }

    /// How long they work, in seconds.
    package let lifetime: Int
    /// Whether each works only once; Entra's old ones go on working.
    package let isOneUse: Bool
    package let policies: SignInPolicies
    private let entries = OpaqueStore<Entry>(prefix: "1.AR")

    package init(lifetime: Int, isOneUse: Bool, policies: SignInPolicies) {
        self.lifetime = lifetime
        self.isOneUse = isOneUse
        self.policies = policies
    }

    package func issue(_ grant: UserGrant, in exchange: Exchange) -> String {
        entries.add(Entry(grant: grant, issued: exchange.now, realm: exchange.realm))
    }

    /// What a token stands for, when the client may still use it.
    ///
    /// The authority must be the one that gave it out. An app of the same family may, and it then stands for a grant to that app.
    package func redeem(_ token: String, by client: AuthenticatedClient, in exchange: Exchange) throws(EntraError)
        -> UserGrant
    {
        let now = exchange.now
        guard entries.hasIssued(token) else { throw .malformedGrant }
        let grant = try entries.update(token) { entry throws(EntraError) in
            var grant = entry.grant
            let isOfFamily = grant.family != nil && grant.family == client.app.family
            guard grant.clientID == client.app.id || isOfFamily else { throw .grantOfAnotherClient }
            grant.clientID = client.app.id
            guard !entry.isUsed, entry.realm == exchange.realm else { throw .unknownGrant }
            guard now < entry.issued + lifetime else {
                throw .refreshTokenExpired(issued: entry.issued, lifetime: lifetime)
            }
            guard !policies.isRevoked(grant.signIn) else {
                throw .sessionsRevoked(
                    issued: entry.issued, validFrom: policies.lastRevocation(of: grant.signIn.user))
            }
            entry.isUsed = isOneUse
            return grant
        }
        guard let grant else { throw .unknownGrant }
        return grant
    }
}
