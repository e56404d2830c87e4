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
    /// - Throws: what the flow throws; `interactionRequired` when only a flow could help and there is none.
    package func acquire(
        _ request: TokenRequest, refreshingAs client: OAuthClient? = nil, by flow: (any Flow)?
    ) throws(Failure) -> AcquiredToken {
        guard let cache else { return try run(flow, for: request, because: nil) }
        let start = world.clock.now
        let held = policy.ignoresCachedTokens ? nil : usable(cache.token(for: request))
        if let held, !isAging(held) { return held }

        let deadline = world.clock.ticks + policy.lockTimeout * 1000
        var pause = Self.shortestPause
        while true {
            switch cache.tryLock(request) {
            case .acquired(let lock):
                defer { lock.release() }
                if let answer = answerOfAnother(to: request, since: start, in: cache) { return answer }
                return try renew(held, for: request, as: client, by: flow)
            case .unavailable:
                return try renew(held, for: request, as: client, by: flow)
            case .busy:
                if let held { return held }
                if let answer = answerOfAnother(to: request, since: start, in: cache) { return answer }
                guard world.clock.ticks < deadline else {
                    remark("another process has been asking for this token for \(policy.lockTimeout) s: asking too")
                    return try renew(nil, for: request, as: client, by: flow)
                }
                world.clock.sleep(milliseconds: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private static let shortestPause = 5
    private static let longestPause = 50

    /// Asks the provider; a token that is merely aging still does when that fails.
    private func renew(
        _ held: AcquiredToken?, for request: TokenRequest, as client: OAuthClient?, by flow: (any Flow)?
    ) throws(Failure) -> AcquiredToken {
        var obstacle: Failure?
        do {
            if let client, let token = try refresh(request, as: client) { return token }
            if held == nil || client == nil { return try run(flow, for: request, because: nil) }
        } catch {
            obstacle = error
        }
        if let held {
            remark("could not renew the cached token early (\(obstacle?.message ?? "no refresh token")): using it as it is")
            return held
        }
        guard let obstacle, client != nil, obstacle.code != .unavailable, obstacle.code != .tryAgain else {
            throw obstacle ?? Failure(.internalError, "nothing was asked")
        }
        return try run(flow, for: request, because: obstacle)
    }

XX
    /// What another process put into the cache while this one looked away.
    private func answerOfAnother(
        to request: TokenRequest, since start: Int, in cache: any TokenRepository
    ) -> AcquiredToken? {
        guard let token = usable(cache.token(for: request)), !isAging(token) else { return nil }
        return !policy.ignoresCachedTokens || token.obtainedOn > start ? token : nil
    }

    private func usable(_ token: AcquiredToken?) -> AcquiredToken? {
        guard let token, token.expiresOn - world.clock.now >= policy.minimumLifetime else { return nil }
        return token
    }

    private func isAging(_ token: AcquiredToken) -> Bool {
        token.refreshOn.map { $0 <= world.clock.now } ?? false
    }
}
