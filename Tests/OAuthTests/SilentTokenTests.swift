import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

/// What the acquisition policy does with a person's refresh token.
struct SilentTokenTests {
    private let issuer: SigningIssuer
    private let clock = FakeClock()
    private let account = Account(homeAccountID: "s", localAccountID: "s", username: "ann@idp.example", realm: "")

    init() throws { issuer = try SigningIssuer() }

    private var cached: CachedRefreshToken { CachedRefreshToken(secret: Secret("r0"), account: account) }

    private func token(expiresIn: Int, refreshIn: Int? = nil) -> AcquiredToken {
        AcquiredToken(
            accessToken: "old", tokenType: "Bearer", obtainedOn: clock.now - 60, expiresOn: clock.now + expiresIn,
            extendedExpiresOn: clock.now + expiresIn, refreshOn: refreshIn.map { clock.now + $0 },
            scopes: Scopes("api"),
            realm: "", account: account, source: .cache)
    }

    private func acquire(
        _ cache: FakeRepository, _ steps: [ScriptedTransport.Step], flow: FakeFlow? = nil
    ) throws -> AcquiredToken {
        let transport = ScriptedTransport(steps)
        defer { #expect(transport.isExhausted) }
        let world = World.fake(clock: clock, transport: transport)
        let acquirer = TokenAcquirer(world: world, cache: cache, policy: CachePolicy()) { _ in }
        return try acquirer.acquire(
            try SigningIssuer.request(), refreshingAs: SigningIssuer.client(transport), by: flow)
    }

    @Test func `an expired token is renewed without asking anyone, and the new refresh token kept`() throws {
        let cache = FakeRepository(token(expiresIn: -1), refreshToken: cached)
        let idToken = try issuer.idToken(now: clock.now)
        let fresh = try acquire(
            cache, [SigningIssuer.metadata, issuer.answer(idToken: idToken), issuer.keySet], flow: FakeFlow())
        #expect(fresh.accessToken == "at")
        #expect(fresh.source == .refresh)
        #expect(cache.saved.map(\.refreshToken) == ["r1"])
    }

    @Test(arguments: [true, false])
    func `who was signed out while a token was renewed stays so`(isSignedOut: Bool) throws {
        let cache = FakeRepository(token(expiresIn: -1), refreshToken: cached)
        cache.answerAccounts([account], isSignedOut ? [] : [account])
        let idToken = try issuer.idToken(now: clock.now)
        let fresh = try acquire(cache, [SigningIssuer.metadata, issuer.answer(idToken: idToken), issuer.keySet])
        #expect(fresh.accessToken == "at")
        #expect(cache.saved.isEmpty == isSignedOut)
    }

    @Test func `without anything cached the flow runs, and without a flow a person is needed`() throws {
        let flow = FakeFlow(.success(token(expiresIn: 3600)))
        #expect(try acquire(FakeRepository(), [], flow: flow).accessToken == "old")
        #expect(flow.runs == 1)
        #expect(throws: Failure(.interactionRequired, "")) { try acquire(FakeRepository(), []) }
    }

    static let dead = [
        #"{"error":"invalid_grant","suberror":"bad_token"}"#, #"{"error":"invalid_grant","suberror":"token_expired"}"#,
        #"{"error":"invalid_grant","error_codes":[700082]}"#, #"{"error":"invalid_grant","error_codes":[70008]}"#,
        #"{"error":"invalid_grant","error_codes":[50173]}"#,
    ]
    static let alive = [
        #"{"error":"invalid_grant","error_codes":[65001],"suberror":"consent_required"}"#,
        #"{"error":"interaction_required","error_codes":[50076]}"#, #"{"error":"invalid_grant"}"#,
    ]

    @Test(arguments: dead.map { ($0, true) } + alive.map { ($0, false) })
    func `only what the provider calls dead is forgotten`(body: String, isDead: Bool) throws {
        let cache = FakeRepository(token(expiresIn: -1), refreshToken: cached)
        let steps: [ScriptedTransport.Step] = [
            SigningIssuer.metadata, .answer(SigningIssuer.token, body, status: 400),
        ]
        let flow = FakeFlow(.success(token(expiresIn: 3600)))
        #expect(try acquire(cache, steps, flow: flow).accessToken == "old")
        #expect(flow.runs == 1, "where the refresh token does not help, the person is asked")
        #expect((cache.refreshToken(for: try SigningIssuer.request()) == nil) == isDead)
        let again = FakeRepository(token(expiresIn: -1), refreshToken: cached)
        #expect(throws: (any Error).self) { try acquire(again, steps) }
    }

    @Test func `a provider that cannot be reached is not worth a sign-in`() {
        let cache = FakeRepository(token(expiresIn: -1), refreshToken: cached)
        #expect(throws: Failure(.unavailable, "")) {
            try acquire(
                cache, [.failure(SigningIssuer.discovery, Failure(.unavailable, "no route"))], flow: FakeFlow())
        }
    }

    @Test func `an aging token is renewed early, and does when that fails; nobody is asked`() throws {
        let aging = token(expiresIn: 3600, refreshIn: -1)
        let down: ScriptedTransport.Step = .failure(SigningIssuer.discovery, Failure(.unavailable, "no route"))
        #expect(try acquire(FakeRepository(aging, refreshToken: cached), [down], flow: FakeFlow()).accessToken == "old")
        let renewed = try acquire(
            FakeRepository(aging, refreshToken: cached), [SigningIssuer.metadata, issuer.answer(idToken: nil)],
            flow: FakeFlow())
        #expect(renewed.accessToken == "at")
    }

    @Test func `another person's id token is refused`() throws {
        let cache = FakeRepository(token(expiresIn: -1), refreshToken: cached)
        let other = try issuer.idToken(["sub": .string("eve")], now: clock.now)
        #expect(throws: Failure(.protocolError, "")) {
            try acquire(
                cache, [SigningIssuer.metadata, issuer.answer(idToken: other), issuer.keySet], flow: FakeFlow())
        }
        #expect(cache.saved.isEmpty)
    }
}
