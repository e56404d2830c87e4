package import World

/// The one acquisition policy: a cached token, then a cached refresh token, then the flow.
///
/// Of several processes that want the same token, one asks the provider and the others use its answer.
package struct TokenAcquirer: Sendable {
    private let world: World
    private let cache: (any TokenRepository)?
    private let policy: CachePolicy
    private let remark: @Sendable (String) -> Void

    /// - Parameters:
    ///   - cache: nil to keep nothing.
    ///   - remark: is told what happens, in lines for people who asked for more.
    package init(
        world: World, cache: (any TokenRepository)?, policy: CachePolicy, remark: @escaping @Sendable (String) -> Void
    ) {
        self.world = world
        self.cache = cache
        self.policy = policy
        self.remark = remark
    }

    /// - Parameters:
    ///   - client: redeems cached refresh tokens; nil for an app's own tokens, which have none.
    ///   - flow: nil to do only what needs no person.
    /// - Throws: what the provider said; `interactionRequired` when only a flow could help and there is none.
    package func acquire(
        _ request: TokenRequest, refreshingAs client: OAuthClient? = nil, by flow: (any Flow)?
    ) throws(Failure) -> AcquiredToken {
        guard let cache else { return try ask(request, as: nil, by: flow) }
        let before = cache.token(for: request)
        let isChallenged = request.claims.challenge != nil
        let held = policy.ignoresCachedTokens || isChallenged ? nil : usable(before)
        if let held, !isAging(held) { return held }

        let deadline = world.clock.ticks + policy.lockTimeout * 1000
        var pause = Self.shortestPause
        while true {
            switch cache.tryLock(request) {
            case .acquired(let lock):
                defer { lock.release() }
                if let answer = answerOfAnother(to: request, after: before, in: cache) { return answer }
                return try renew(held, for: request, as: client, by: flow)
            case .unavailable:
                return try renew(held, for: request, as: client, by: flow)
            case .busy:
                if let held { return held }
                // Someone may be signing in over there, which is not worth waiting for where nobody may be asked.
                if flow == nil, refreshTokens(for: request, in: cache).isEmpty { throw Self.nobodySignedIn }
                if let answer = answerOfAnother(to: request, after: before, in: cache) { return answer }
                guard world.clock.ticks < deadline else {
                    remark("another process has been asking for this token for \(policy.lockTimeout) s: asking too")
                    return try ask(request, as: client, by: flow)
                }
                world.clock.sleep(milliseconds: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private static let nobodySignedIn = Failure(.interactionRequired, "nobody has signed in for this token")

    /// Milliseconds between two looks at a lock that another process has.
    private static let shortestPause = 5
    private static let longestPause = 50

    /// A token that is merely aging still does when a new one cannot be had, and no person is asked for it.
    private func renew(
        _ held: AcquiredToken?, for request: TokenRequest, as client: OAuthClient?, by flow: (any Flow)?
    ) throws(Failure) -> AcquiredToken {
        guard let held else { return try ask(request, as: client, by: flow) }
        do {
            return try ask(request, as: client, by: request.subject.needsPerson ? nil : flow)
        } catch {
            remark("could not renew the cached token early (\(error.message)): using it as it is")
            return held
        }
    }

    /// Asks the provider: with a cached refresh token, else by the flow.
    private func ask(
        _ request: TokenRequest, as client: OAuthClient?, by flow: (any Flow)?
    ) throws(Failure) -> AcquiredToken {
        var obstacle: Failure?
        if let client, let cache {
            for candidate in refreshTokens(for: request, in: cache) {
                do {
                    let refresh = RefreshTokenFlow(
                        client: client, refreshToken: candidate.token.secret, account: candidate.token.account)
                    let before = cache.accounts(for: request)
                    let token = try refresh.run(request, in: world)
                    // Who was signed out meanwhile stays so.
                    let isGone =
                        before.contains { $0.homeAccountID == token.account?.homeAccountID }
                        && !cache.accounts(for: request).contains { $0.homeAccountID == token.account?.homeAccountID }
                    return isGone ? token : keep(token, for: request)
                } catch {
                    // Where the provider cannot be reached, or makes no sense, a person could not sign in either.
                    if [.unavailable, .tryAgain, .protocolError].contains(error.code) { throw error }
                    remark("the cached refresh token\(candidate.origin) does not help: \(error.message)")
                    if candidate.isOfFamily, error.deniesMembership {
                        cache.leaveFamily(request)
                        break
                    }
                    // A family's is for its owner to judge.
                    if !candidate.isOfFamily, error.killsRefreshToken { cache.forget(candidate.token, of: request) }
                    obstacle = error
                }
            }
        }
        guard let flow else { throw obstacle ?? Self.nobodySignedIn }
        return keep(try flow.run(request, in: world), for: request)
    }

    /// A refresh token that may help.
    private struct Candidate {
        let token: CachedRefreshToken
        /// Whether another app of the client's family left it.
        let isOfFamily: Bool

        var origin: String { isOfFamily ? " of another app" : "" }
    }

    /// The client's own refresh token, or else those that the apps of its family have.
    private func refreshTokens(for request: TokenRequest, in cache: any TokenRepository) -> [Candidate] {
        if let own = cache.refreshToken(for: request) { return [Candidate(token: own, isOfFamily: false)] }
        return cache.familyRefreshTokens(for: request).map { Candidate(token: $0, isOfFamily: true) }
    }

    private func keep(_ token: AcquiredToken, for request: TokenRequest) -> AcquiredToken {
        cache?.save(token, for: request)
        return token
    }

    /// What another process put into the cache while this one looked away.
    private func answerOfAnother(
        to request: TokenRequest, after before: AcquiredToken?, in cache: any TokenRepository
    ) -> AcquiredToken? {
        // Nobody knows whether it was got with the claims that are asked for.
        guard request.claims.challenge == nil, let token = cache.token(for: request),
            token.accessToken != before?.accessToken
        else { return nil }
        // A provider's tokens may be so brief that none is ever worth keeping; this one is as new as can be had.
        let isBrief = policy.minimumLifetime == CachePolicy.margin && token.expiresOn > world.clock.now
        return (usable(token) != nil && !isAging(token)) || isBrief ? token : nil
    }

    private func usable(_ token: AcquiredToken?) -> AcquiredToken? {
        guard let token, token.expiresOn - world.clock.now >= policy.minimumLifetime else { return nil }
        return token
    }

    private func isAging(_ token: AcquiredToken) -> Bool {
        token.refreshOn.map { $0 <= world.clock.now } ?? false
    }
}
