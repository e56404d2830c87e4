import FakeWorld
import OAuth
import Testing
import World

@testable import TokenCache

/// Refresh tokens that the apps of a family share.
struct FamilyTokenTests {
    private let clock = FakeClock(LibraryFile.time)
    private let store = FakeStore()
    private var cache: TokenCache { TokenCache(store: store, clock: clock) { Issue.record("\($0)") } }

    private func request(
        _ client: String, name: String? = nil, host: String = "login.microsoftonline.com"
    ) throws -> TokenRequest {
        TokenRequest(
            provider: .authority(try Authority("https://\(host)", tenant: LibraryFile.tenant)), clientID: client,
            scopes: Scopes("User.Read"), subject: .user(name))
    }

    private func save(_ refreshToken: String, of user: String = "ann", for client: String, family: String?) throws {
        let account = Account(
            homeAccountID: "\(user).\(LibraryFile.tenant)", localAccountID: user, username: user,
            realm: LibraryFile.tenant)
        cache.save(
            AcquiredToken(
                accessToken: "at", tokenType: "Bearer", obtainedOn: clock.now, expiresOn: clock.now + 3600,
                extendedExpiresOn: clock.now + 3600, refreshOn: nil, scopes: Scopes("User.Read"),
                realm: LibraryFile.tenant, account: account, refreshToken: refreshToken, familyID: family,
                source: .network), for: try request(client))
    }

    private func found(_ client: String, name: String? = nil, host: String = "login.microsoftonline.com") throws
        -> [String]
    {
        cache.familyRefreshTokens(for: try request(client, name: name, host: host)).map { $0.secret.reveal() }
    }

    @Test func `an app that was not seen before finds the family's, newest first, and no others`() throws {
        try save("old", for: "a", family: "1")
        clock.now += 10
        try save("new", for: "b", family: "1")
        try save("alone", for: "c", family: nil)
        #expect(try found("x") == ["new", "old"])
        #expect(try found("x", name: "ANN") == ["new", "old"])
        #expect(try found("x", host: "login.windows.net") == ["new", "old"])
        #expect(try found("x", name: "bob") == [])
        #expect(try found("x", host: "login.microsoftonline.us") == [])
        #expect(try found("a") == ["new"])
    }

    @Test func `an app that is known to be of no family finds none`() throws {
        try save("theirs", for: "a", family: "1")
        try save("mine", for: "x", family: nil)
        #expect(try found("x") == [])
        #expect(try found("y") == ["theirs"])
        cache.leaveFamily(try request("y"))
        #expect(try found("y") == [])
        #expect(try found("z") == ["theirs"])
    }

    @Test func `where two people could be meant, the name decides`() throws {
        try save("anns", for: "a", family: "1")
        try save("bobs", of: "bob", for: "b", family: "1")
        #expect(try found("x") == [])
        #expect(try found("x", name: "bob") == ["bobs"])
        // Who signed in to the app itself is meant.
        try save("own", of: "bob", for: "x", family: "1")
        #expect(try found("x") == ["bobs"])
    }

    @Test func `a cached token is found without a look at other apps' files`() throws {
        try save("theirs", for: "a", family: "1")
        try save("own", for: "x", family: "1")
        let before = store.history.count
        #expect(cache.token(for: try request("x")) != nil)
        #expect(store.history[before...].allSatisfy { $0.hasPrefix("read ") && $0.contains("@x") })
    }
}
