import JOSE

/// The authorization codes that are out (RFC 6749 section 4.1.2).
package struct AuthorizationCodes: Sendable {
    private struct Entry {
        let grant: UserGrant
        let redirectURI: String
        let challenge: String?
        /// Seconds since 1970.
        let expiry: Int
        var isUsed = false
    }

    /// In seconds.
    private static let lifetime = 600

    private let entries = OpaqueStore<Entry>(prefix: "1.AQ")

    package init() {}

    /// - Parameter now: seconds since 1970.
    package func issue(for request: AuthorizationRequest, _ signIn: SignIn, now: Int) -> String {
        let grant = UserGrant(
            signIn: signIn, clientID: request.app.id, scopes: request.scopes, nonce: request.nonce,
            showsTime: request.maxAge != nil, claims: request.claims)
        return entries.add(
            Entry(
                grant: grant, redirectURI: request.target.uri, challenge: request.challenge,
                expiry: now + Self.lifetime))
    }

    /// What a code stands for, once.
    package func redeem(
        _ code: String, by client: AuthenticatedClient, redirectURI: String, verifier: String?, now: Int
    ) throws(EntraError) -> UserGrant {
        guard entries.hasIssued(code) else { throw .malformedGrant }
        let grant = try entries.update(code) { entry throws(EntraError) in
            guard entry.grant.clientID == client.app.id else { throw .grantOfAnotherClient }
            guard !entry.isUsed else { throw .codeRedeemed }
            guard now < entry.expiry else { throw .codeExpired }
            guard redirectURI == entry.redirectURI else {
                throw .redirectURIDiffers(redirectURI, from: entry.redirectURI)
            }
            guard try Self.challenge(of: verifier) == entry.challenge else { throw .verifierDiffers }
            entry.isUsed = true
            return entry.grant
        }
        guard let grant else { throw .unknownGrant }
        return grant
    }

    /// RFC 7636 section 4.6.
    private static func challenge(of verifier: String?) throws(EntraError) -> String? {
        guard let verifier else { return nil }
        do {
            return Base64URL.encode(try Digest.sha256(Array(verifier.utf8)))
        } catch {
            throw .signingFailed(error.message)
        }
    }
}
