package import World

/// The one acquisition policy: the cache first, then one process asks the provider and the others use its answer.
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

    package func acquire(_ request: TokenRequest, by flow: some Flow) throws(Failure) -> AcquiredToken {
        guard let cache else { return try run(flow, for: request) }
        let before = cache.token(for: request)
        let held = policy.ignoresCachedTokens ? nil : usable(before)
        if let held, !isAging(held) { return held }

        let deadline = world.clock.ticks + policy.lockTimeout * 1000
        var pause = Self.shortestPause
        while true {
            switch cache.tryLock(request) {
            case .acquired(let lock):
                defer { lock.release() }
                if let answer = answerOfAnother(to: request, after: before, in: cache) { return answer }
                return try refresh(held, by: flow, for: request)
            case .unavailable:
                return try refresh(held, by: flow, for: request)
            case .busy:
                if let held { return held }
                if let answer = answerOfAnother(to: request, after: before, in: cache) { return answer }
                guard world.clock.ticks < deadline else {
                    remark("another process has been asking for this token for \(policy.lockTimeout) s: asking too")
                    return try run(flow, for: request)
                }
                world.clock.sleep(milliseconds: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private static let shortestPause = 5
    private static let longestPause = 50

    /// Asks the provider; a token that is merely aging still does when that fails.
    private func refresh(
        _ held: AcquiredToken?, by flow: some Flow, for request: TokenRequest
    ) throws(Failure) -> AcquiredToken {
        guard let held else { return try run(flow, for: request) }
        do {
            return try run(flow, for: request)
        } catch {
            remark("could not renew the cached token early (\(error.message)): using it as it is")
            return held
        }
    }

    private func run(_ flow: some Flow, for request: TokenRequest) throws(Failure) -> AcquiredToken {
        let token = try flow.run(request, in: world)
        cache?.save(token, for: request)
        return token
    }

    /// What another process put into the cache while this one looked away.
    private func answerOfAnother(
        to request: TokenRequest, after before: AcquiredToken?, in cache: any TokenRepository
    ) -> AcquiredToken? {
        guard let token = usable(cache.token(for: request)), !isAging(token) else { return nil }
        return token.accessToken == before?.accessToken ? nil : token
    }

    private func usable(_ token: AcquiredToken?) -> AcquiredToken? {
        guard let token, token.expiresOn - world.clock.now >= policy.minimumLifetime else { return nil }
        return token
    }

    private func isAging(_ token: AcquiredToken) -> Bool {
        token.refreshOn.map { $0 <= world.clock.now } ?? false
    }
}
