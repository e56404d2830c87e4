import FakeWorld
import Synchronization
import Testing
import World

@testable import OAuth

struct TokenAcquirerTests {
    private let clock = FakeClock()
    private let cache = FakeRepository()

    private func token(
        _ text: String, expiresIn seconds: Int, refreshIn: Int? = nil, obtainedAgo: Int = 100,
        source: AcquiredToken.Source = .network
    ) -> AcquiredToken {
        AcquiredToken(
            accessToken: text, tokenType: "Bearer", obtainedOn: clock.now - obtainedAgo, expiresOn: clock.now + seconds,
            extendedExpiresOn: clock.now + seconds, refreshOn: refreshIn.map { clock.now + $0 }, scopes: Scopes("a"),
            realm: "r", source: source)
    }

    private func acquire(_ flow: FakeFlow, _ policy: CachePolicy = CachePolicy(), noCache: Bool = false) throws
        -> String
    {
        let acquirer = TokenAcquirer(world: .fake(clock: clock), cache: noCache ? nil : cache, policy: policy) { _ in }
        let request = TokenRequest(
            provider: .issuer(try Issuer("https://idp.example")), clientID: "app", scopes: Scopes("a"))
        let text = try acquirer.acquire(request, by: flow).accessToken
        #expect(!cache.isLocked, "the lock is given back")
        return text
    }

    @Test func `a hit takes no lock and asks nobody`() throws {
        cache.token = token("cached", expiresIn: 3600)
        #expect(try acquire(FakeFlow()) == "cached")
        #expect(cache.locksAsked == 0)
        #expect(cache.saved.isEmpty)
    }

    @Test func `a miss is asked for under the lock, and kept`() throws {
        let flow = FakeFlow(.success(token("new", expiresIn: 3600)))
        #expect(try acquire(flow) == "new")
        #expect(cache.locksAsked == 1)
        #expect(cache.saved.map(\.accessToken) == ["new"])
    }

    @Test(
        arguments: [
            (301, nil, true), (300, nil, true), (299, nil, false), (0, nil, false), (-5, nil, false), (300, 60, true),
            (299, 60, false), (900, 901, false), (901, 901, true), (300, 0, true),
        ] as [(Int, Int?, Bool)])
    func `a token is good for the margin or for longer, as was asked`(lifetime: Int, asked: Int?, isHit: Bool) throws {
        cache.token = token("cached", expiresIn: lifetime)
        let policy = asked.map { CachePolicy(minimumLifetime: $0) } ?? CachePolicy()
        let flow = isHit ? FakeFlow() : FakeFlow(.success(token("new", expiresIn: 3600)))
        #expect(try acquire(flow, policy) == (isHit ? "cached" : "new"))
    }

    @Test func `a forced refresh asks, though the cache has a token`() throws {
        cache.token = token("cached", expiresIn: 3600)
        let flow = FakeFlow(.success(token("new", expiresIn: 3600)))
        #expect(try acquire(flow, CachePolicy(ignoresCachedTokens: true)) == "new")
        #expect(cache.token?.accessToken == "new")
    }

    @Test func `a forced refresh that fails does not fall back`() {
        cache.token = token("cached", expiresIn: 3600)
        #expect(throws: Failure(.unavailable, "")) {
            try acquire(FakeFlow(.failure(Failure(.unavailable, "down"))), CachePolicy(ignoresCachedTokens: true))
        }
        #expect(cache.token?.accessToken == "cached")
        #expect(!cache.isLocked)
    }

    @Test func `an aging token is renewed`() throws {
        cache.token = token("aging", expiresIn: 3600, refreshIn: 0)
        #expect(try acquire(FakeFlow(.success(token("new", expiresIn: 3600)))) == "new")
    }

    @Test func `a token that is not aging yet is not`() throws {
        cache.token = token("young", expiresIn: 3600, refreshIn: 1)
        #expect(try acquire(FakeFlow()) == "young")
    }

    @Test(arguments: [Failure.Code.unavailable, .tryAgain, .badCredentials, .usage])
    func `an aging token will do when renewing fails`(code: Failure.Code) throws {
        cache.token = token("aging", expiresIn: 3600, refreshIn: -1)
        #expect(try acquire(FakeFlow(.failure(Failure(code, "no")))) == "aging")
    }

    @Test func `an aging token will do while another process renews it`() throws {
        cache.token = token("aging", expiresIn: 3600, refreshIn: -1)
        cache.answerLocking(.busy)
        #expect(try acquire(FakeFlow()) == "aging")
        #expect(clock.ticks == 1_000_000, "nobody waited")
    }

    @Test func `an expired token does not help when asking fails`() {
        cache.token = token("expired", expiresIn: 10, refreshIn: -1)
        #expect(throws: Failure(.unavailable, "")) { try acquire(FakeFlow(.failure(Failure(.unavailable, "down")))) }
    }

    @Test func `who waits takes the answer of the other process`() throws {
        cache.answerLocking(.busy, .busy, .busy, .busy)
        let answer = token("theirs", expiresIn: 3600)
        clock.onSleep { [cache] ticks in if ticks > 1_000_010 { cache.token = answer } }
        #expect(try acquire(FakeFlow()) == "theirs")
        #expect(cache.saved.isEmpty)
    }

    @Test func `who gets the lock after another looks before asking`() throws {
        cache.answerLocking(.busy)
        let answer = token("theirs", expiresIn: 3600)
        clock.onSleep { [cache] _ in cache.token = answer }
        #expect(try acquire(FakeFlow()) == "theirs")
        #expect(cache.locksAsked == 2)
    }

    @Test func `who gets the lock after one that failed asks`() throws {
        cache.answerLocking(.busy, .busy)
        #expect(try acquire(FakeFlow(.success(token("mine", expiresIn: 3600)))) == "mine")
        #expect(cache.locksAsked == 3)
    }

    @Test func `a busy lock is waited for until the time is over, and then the process asks itself`() throws {
        let endless = EndlessLock()
        let remarks = Remarks()
        let flow = FakeFlow(.success(token("mine", expiresIn: 3600)))
        let acquirer = TokenAcquirer(
            world: .fake(clock: clock), cache: endless, policy: CachePolicy(lockTimeout: 7)
        ) { remarks.add($0) }
        let request = TokenRequest(
            provider: .issuer(try Issuer("https://idp.example")), clientID: "app", scopes: Scopes("a"))
        #expect(try acquirer.acquire(request, by: flow).accessToken == "mine")
        #expect((1_007_000...1_007_100).contains(clock.ticks))
        #expect(endless.attempts < 300, "the pauses grow")
        #expect(remarks.lines.contains { $0.contains("7 s") })
    }

    @Test func `without locking everyone asks`() throws {
        cache.answerLocking(.unavailable)
        #expect(try acquire(FakeFlow(.success(token("new", expiresIn: 3600)))) == "new")
        #expect(cache.token?.accessToken == "new")
    }

    @Test func `without a cache everyone asks, and nothing is kept`() throws {
        cache.token = token("cached", expiresIn: 3600)
        #expect(try acquire(FakeFlow(.success(token("new", expiresIn: 3600))), noCache: true) == "new")
        #expect(cache.saved.isEmpty)
        #expect(cache.locksAsked == 0)
    }

    @Test func `a forced refresh does not take what was there before it`() throws {
        cache.token = token("old", expiresIn: 3600)
        cache.answerLocking(.busy)
        let flow = FakeFlow(.success(token("mine", expiresIn: 3600)))
        #expect(try acquire(flow, CachePolicy(ignoresCachedTokens: true)) == "mine")
    }

    @Test func `a forced refresh takes what another process got meanwhile, within the same second`() throws {
        cache.token = token("old", expiresIn: 3600)
        cache.answerLocking(.busy, .busy)
        let answer = token("theirs", expiresIn: 3600, obtainedAgo: 0)
        clock.onSleep { [cache] _ in cache.token = answer }
        #expect(try acquire(FakeFlow(), CachePolicy(ignoresCachedTokens: true)) == "theirs")
    }

    @Test func `a token without a lifetime worth keeping is still handed out`() throws {
        #expect(try acquire(FakeFlow(.success(token("brief", expiresIn: 1)))) == "brief")
    }
}

/// A cache with nothing in it, whose lock somebody holds for ever.
private final class EndlessLock: TokenRepository {
    private let count = Mutex(0)

    var attempts: Int { count.withLock { $0 } }

    func token(for request: TokenRequest) -> AcquiredToken? { nil }

    func save(_ token: AcquiredToken, for request: TokenRequest) {}

    func refreshToken(for request: TokenRequest) -> CachedRefreshToken? { nil }

    func familyRefreshTokens(for request: TokenRequest) -> [CachedRefreshToken] { [] }

    func leaveFamily(_ request: TokenRequest) {}

    func forget(_ refreshToken: CachedRefreshToken, of request: TokenRequest) {}

    func accounts(for request: TokenRequest) -> [Account] { [] }

    func tryLock(_ request: TokenRequest) -> LockAttempt {
        count.withLock { $0 += 1 }
        return .busy
    }
}
