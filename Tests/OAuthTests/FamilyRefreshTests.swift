import FakeWorld
import Testing
import World

@testable import OAuth

/// What the acquisition policy does with the refresh tokens of a client's family.
struct FamilyRefreshTests {
    private let issuer: SigningIssuer
    private let clock = FakeClock()
    private let account = Account(homeAccountID: "s", localAccountID: "s", username: "ann@idp.example", realm: "")

    init() throws { issuer = try SigningIssuer() }

    private func acquire(_ cache: FakeRepository, _ steps: [ScriptedTransport.Step]) throws -> AcquiredToken {
        let transport = ScriptedTransport(steps)
        defer { #expect(transport.isExhausted) }
        let world = World.fake(clock: clock, transport: transport)
        let acquirer = TokenAcquirer(world: world, cache: cache, policy: CachePolicy()) { _ in }
        return try acquirer.acquire(try SigningIssuer.request(), refreshingAs: SigningIssuer.client(transport), by: nil)
    }

    private func cached(_ secret: String) -> CachedRefreshToken {
        CachedRefreshToken(secret: Secret(secret), account: account)
    }

    @Test func `they are used where the client has none, and what comes is its own`() throws {
        let cache = FakeRepository()
        cache.family = [cached("f0")]
        let idToken = try issuer.idToken(now: clock.now)
        let fresh = try acquire(cache, [SigningIssuer.metadata, issuer.answer(idToken: idToken), issuer.keySet])
        #expect(fresh.source == .refresh)
        #expect(cache.saved.map(\.refreshToken) == ["r1"])
    }

    static let foreign = [
        #"{"error":"invalid_grant","error_codes":[70000],"suberror":"client_mismatch"}"#, #"{"error":"invalid_grant"}"#,
    ]
    static let ownReasons = [
        #"{"error":"invalid_grant","error_codes":[700082],"suberror":"token_expired"}"#,
        #"{"error":"invalid_grant","error_codes":[65001],"suberror":"consent_required"}"#,
        #"{"error":"interaction_required","error_codes":[50079]}"#,
    ]

    @Test(arguments: foreign) func `a client whom the provider does not count in is not tried again`(
        answer: String
    ) throws {
        let cache = FakeRepository()
        cache.family = [cached("f0"), cached("f1")]
        #expect(throws: Failure(.interactionRequired, "")) {
            try acquire(cache, [SigningIssuer.metadata, .answer(SigningIssuer.token, answer, status: 400)])
        }
        #expect(cache.isOutsider)
    }

    @Test(arguments: ownReasons) func `other refusals say nothing about the client, and the next is tried`(
        answer: String
    ) throws {
        let cache = FakeRepository()
        cache.family = [cached("f0"), cached("f1")]
        let refusal = ScriptedTransport.Step.answer(SigningIssuer.token, answer, status: 400)
        #expect(throws: Failure.self) {
            try acquire(cache, [SigningIssuer.metadata, refusal, SigningIssuer.metadata, refusal])
        }
        #expect(!cache.isOutsider)
    }

    @Test func `the client's own is used first, and alone`() throws {
        let cache = FakeRepository(refreshToken: cached("own"))
        cache.family = [cached("f0")]
        #expect(throws: Failure(.interactionRequired, "")) {
            try acquire(
                cache,
                [SigningIssuer.metadata, .answer(SigningIssuer.token, #"{"error":"invalid_grant"}"#, status: 400)])
        }
        #expect(!cache.isOutsider)
    }
}
