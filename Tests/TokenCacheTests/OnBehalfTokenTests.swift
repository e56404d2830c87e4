import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

/// Tokens that were got on behalf of someone: found for the same assertion or session, and for nothing else.
struct OnBehalfTokenTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let api = "11112222-bbbb-3333-cccc-4444dddd5555"
    private static let ann = Account(
        homeAccountID: "ann.\(tenant)", localAccountID: "ann", username: "ann@contoso.com", realm: tenant)
    private static let assertion = OnBehalfKey.assertion(Secret("e30.e30.c2lnbmF0dXJl"))

    private let clock = FakeClock()
    private let store = FakeStore()
    private var cache: TokenCache { TokenCache(store: store, clock: clock) { Issue.record("\($0)") } }

    private func request(
        _ subject: Subject, scopes: String = "Read", type: RequestedTokenType = .accessToken,
        capabilities: [String] = []
    ) throws -> TokenRequest {
        let authority = try Authority("https://login.microsoftonline.com", tenant: Self.tenant)
        return TokenRequest(
            provider: .authority(authority), clientID: Self.api, scopes: Scopes(scopes), subject: subject,
            claims: ClaimsRequest(capabilities: capabilities), tokenType: type)
    }

    private func token(_ secret: String = "at", refreshToken: String? = nil) -> AcquiredToken {
        AcquiredToken(
            accessToken: secret, tokenType: "Bearer", obtainedOn: clock.now, expiresOn: clock.now + 3600,
            extendedExpiresOn: clock.now + 3600, refreshOn: nil, scopes: Scopes("Read"), realm: Self.tenant,
            account: Self.ann, refreshToken: refreshToken, source: .network)
    }

    private func found(_ request: TokenRequest) -> String? { cache.token(for: request)?.accessToken }

    @Test func `a token is found for the same assertion, with whose it is`() throws {
        let request = try request(.onBehalf(Self.assertion))
        cache.save(token(), for: request)
        #expect(cache.token(for: request)?.accessToken == "at")
        #expect(cache.token(for: request)?.account == Self.ann)
        #expect(store.files.count == 1, "nobody signed in here")
    }

    @Test(
        arguments: [
            .onBehalf(.assertion(Secret("e30.e30.b3RoZXI"))), .onBehalf(.assertion(Secret("opaque"))),
            .onBehalf(.session("e30.e30.c2lnbmF0dXJl", user: nil)), .app, .user(nil), .user("ann@contoso.com"),
        ] as [Subject])
    func `it is found for nothing else`(subject: Subject) throws {
        cache.save(token(), for: try request(.onBehalf(Self.assertion)))
        #expect(found(try request(subject)) == nil)
    }

    @Test func `another file of the same name does not make it another's`() throws {
        let mine = try request(.onBehalf(Self.assertion))
        cache.save(token(), for: mine)
        let file = try #require(store.files.first)
        for other in [
            OnBehalfKey.assertion(Secret("x.y.b3RoZXI")), .assertion(Secret("opaque")), .session("s", user: nil),
        ] {
            store.files[Partition.onBehalf(other, of: mine).fileName] = file.value
            #expect(found(try request(.onBehalf(other))) == nil)
        }
        store.files[Partition.appTokens(of: mine).fileName] = file.value
        #expect(found(try request(.app)) == nil)
    }

    @Test func `an opaque assertion is known by its digest`() throws {
        let request = try request(.onBehalf(.assertion(Secret("opaque"))))
        cache.save(token(), for: request)
        #expect(found(request) == "at")
    }

    @Test func `rows have MSAL's user_assertion_hash, and the assertion is nowhere`() throws {
        cache.save(token(), for: try request(.onBehalf(Self.assertion)))
        let text = try #require(store.files.values.first)
        let rows = try #require(try JSON(parsing: text)["AccessToken"]?.objectValue?.members)
        #expect(rows.first?.value["user_assertion_hash"]?.stringValue == "UFpb346HR0fJBZq5iRH3K3fVyEW61vCK_JVrP6zs0N8")
        #expect(!text.contains("e30.e30"))
    }

    @Test func `a session keeps a refresh token, an app and other sessions do not see it`() throws {
        let request = try request(.onBehalf(.session("job", user: "ann")))
        cache.save(token(refreshToken: "rt"), for: request)
        #expect(cache.refreshToken(for: request)?.secret.reveal() == "rt")
        #expect(cache.refreshToken(for: request)?.account == Self.ann)
        #expect(cache.refreshToken(for: try self.request(.onBehalf(.session("job", user: nil)))) != nil)
        #expect(cache.refreshToken(for: try self.request(.onBehalf(.session("other", user: "ann")))) == nil)
        cache.forget(try #require(cache.refreshToken(for: request)), of: request)
        #expect(cache.refreshToken(for: request) == nil)
    }

    @Test func `a session's tokens are not for another person's assertion`() throws {
        cache.save(token(refreshToken: "rt"), for: try request(.onBehalf(.session("job", user: "ann"))))
        let bob = try request(.onBehalf(.session("job", user: "bob")))
        #expect(found(bob) == nil)
        #expect(cache.refreshToken(for: bob) == nil)
    }

    @Test func `SAML assertions and access tokens are kept apart, and so are those of capable callers`() throws {
        let subject = Subject.onBehalf(Self.assertion)
        cache.save(token("plain"), for: try request(subject))
        cache.save(token("saml"), for: try request(subject, type: .saml2))
        cache.save(token("capable"), for: try request(subject, capabilities: ["cp1"]))
        #expect(found(try request(subject)) == "plain")
        #expect(found(try request(subject, type: .saml2)) == "saml")
        #expect(found(try request(subject, type: .saml1)) == nil)
        #expect(found(try request(subject, capabilities: ["CP1"])) == "capable")
    }

    @Test func `one process asks for an assertion's token at a time`() throws {
        let request = try request(.onBehalf(Self.assertion))
        guard case .acquired(let lock) = cache.tryLock(request), case .busy = cache.tryLock(request) else {
            Issue.record("the lock is not exclusive")
            return
        }
        guard case .acquired = cache.tryLock(try self.request(.onBehalf(.assertion(Secret("other"))))) else {
            Issue.record("another assertion waits")
            return
        }
        lock.release()
    }
}
