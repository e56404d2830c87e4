import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

/// An application's own file: how it is read, locked and written, and whose rows are meant in it.
struct MSALCacheTests {
    private let clock = FakeClock(LibraryFile.time + 60)
    private let warnings = Remarks()

    private func cache(_ file: FakeSharedFile) -> MSALCache {
        MSALCache(file: file, clock: clock) { [warnings] in warnings.add($0) }
    }

    private func request(_ name: String? = nil, client: String = LibraryFile.client) throws -> TokenRequest {
        TokenRequest(
            provider: .authority(try Authority("https://login.microsoftonline.com", tenant: LibraryFile.tenant)),
            clientID: client, scopes: Scopes("User.Read"), subject: .user(name))
    }

    private func token(_ secret: String = "new", username: String = "User@Contoso.com") -> AcquiredToken {
        AcquiredToken(
            accessToken: secret, tokenType: "Bearer", obtainedOn: clock.now, expiresOn: clock.now + 3600,
            extendedExpiresOn: clock.now + 3600, refreshOn: nil, scopes: Scopes("Mail.Read User.Read"),
            realm: LibraryFile.tenant,
            account: Account(
                homeAccountID: LibraryFile.home, localAccountID: "l", username: username, realm: LibraryFile.tenant),
            refreshToken: "r1", familyID: "1", source: .network)
    }

    @Test func `a SAML assertion is not put where the application would take it for an access token`() throws {
        let file = FakeSharedFile("c", LibraryFile.python.text)
        var request = try request()
        request = TokenRequest(
            provider: request.provider, clientID: request.clientID, scopes: request.scopes, subject: request.subject,
            tokenType: .saml2)
        cache(file).save(token(), for: request)
        #expect(file.content == LibraryFile.python.text)
    }

    @Test func `reading takes no lock`() throws {
        let file = FakeSharedFile("c", LibraryFile.python.text)
        #expect(cache(file).token(for: try request())?.accessToken == "AT")
        #expect(file.history == ["read"])
    }

    @Test func `writing is done under the lock, on what is there then`() throws {
        let file = FakeSharedFile("c", LibraryFile.python.text)
        cache(file).save(token(), for: try request())
        #expect(file.history == ["lock lockfile", "read", "write", "unlock lockfile"])
        let content = try JSON(parsing: try #require(file.content))
        #expect(content["AccessToken"]?.objectValue?.members.map { $0.value["secret"]?.stringValue } == ["APP", "new"])
        #expect(content["RefreshToken"]?.objectValue?.members.map { $0.value["secret"]?.stringValue } == ["r1"])
        let account = content["Account"]?.objectValue?.members.first?.value
        #expect(account?["account_source"]?.stringValue != nil, "what msal keeps beside stays")
    }

    @Test func `a missing file is made`() throws {
        let file = FakeSharedFile("c")
        #expect(cache(file).token(for: try request()) == nil)
        cache(file).save(token(), for: try request())
        #expect(cache(file).token(for: try request())?.accessToken == "new")
        #expect(warnings.lines.isEmpty)
    }

    @Test func `a file that is being written is read again`() throws {
        let half = String(LibraryFile.python.text.prefix(100))
        let file = FakeSharedFile("c", "", half, half, LibraryFile.python.text)
        #expect(cache(file).token(for: try request())?.accessToken == "AT")
        #expect(warnings.lines.isEmpty)
    }

    @Test func `an empty file is an empty cache`() throws {
        let file = FakeSharedFile("c", "")
        cache(file).save(token(), for: try request())
        #expect(file.content?.contains("new") == true)
        #expect(warnings.lines.isEmpty)
    }

    @Test(arguments: ["{", "[1]", #"{"Account":7}"#])
    func `a damaged file stays as it is, and is waited for once`(text: String) throws {
        let file = FakeSharedFile("c", text)
        let cache = cache(file)
        let begin = clock.ticks
        #expect(cache.token(for: try request()) == nil)
        cache.save(token(), for: try request())
        #expect(cache.refreshToken(for: try request()) == nil)
        #expect(file.content == text)
        #expect(clock.ticks - begin < 2000)
        #expect(warnings.lines.count == 1)
        #expect(warnings.lines[0].contains("damaged"))
    }

    @Test func `a lock that somebody keeps is waited for, for a while`() throws {
        let file = FakeSharedFile("c", LibraryFile.python.text)
        file.holdLock()
        let begin = clock.ticks
        cache(file).save(token(), for: try request())
        #expect(file.content == LibraryFile.python.text)
        #expect((5000...20_000).contains(clock.ticks - begin))
        #expect(warnings.lines.count == 1)
        #expect(warnings.lines[0].contains("c.lockfile"))
    }

    @Test func `what cannot be written is a warning`() throws {
        let file = FakeSharedFile("c")
        file.failWriting(with: StoreError(.failed, "disk full"))
        cache(file).save(token(), for: try request())
        #expect(warnings.lines == ["the MSAL cache cannot be written: disk full"])
    }

    @Test func `rows of .NET's that stop msal-python go when they have expired, and no sooner`() throws {
        for (time, isThere) in [(LibraryFile.time + 60, true), (LibraryFile.expiry + 1, false)] {
            let file = FakeSharedFile("c", LibraryFile.dotNet.text)
            let clock = FakeClock(time)
            MSALCache(file: file, clock: clock) { _ in }.save(token(), for: try request())
            #expect(file.content?.contains("ATExt") == isThere)
        }
    }

    @Test func `only accounts with tokens of this app, or of its family, are its`() throws {
        let file = FakeSharedFile("c", LibraryFile.python.text)
        #expect(cache(file).accounts(for: try request()).count == 1)
        #expect(cache(file).accounts(for: try request(client: "another")).count == 1, "by the family's token")
        #expect(
            cache(file).familyRefreshTokens(for: try request(client: "another")).map { $0.secret.reveal() } == ["RT"])
        #expect(cache(file).refreshToken(for: try request(client: "another")) == nil)
        #expect(cache(file).familyRefreshTokens(for: try request("nobody", client: "another")).isEmpty)
        cache(file).leaveFamily(try request(client: "another"))
        #expect(cache(file).accounts(for: try request(client: "another")).isEmpty)
        #expect(cache(file).refreshToken(for: try request())?.secret.reveal() == "RT")
    }

    @Test func `a dead refresh token is taken out, and one that took its place is not`() throws {
        let file = FakeSharedFile("c", LibraryFile.python.text)
        let dead = try #require(cache(file).refreshToken(for: try request()))
        cache(file).forget(dead, of: try request())
        #expect(cache(file).refreshToken(for: try request()) == nil)
        cache(file).save(token(), for: try request())
        cache(file).forget(dead, of: try request())
        #expect(cache(file).refreshToken(for: try request())?.secret.reveal() == "r1")
    }

    @Test func `requests for different tokens do not wait for each other`() throws {
        let cache = cache(FakeSharedFile("c"))
        guard case .acquired(let lock) = cache.tryLock(try request()) else {
            Issue.record("free, and not to be had")
            return
        }
        if case .busy = cache.tryLock(try request()) {} else { Issue.record("the same request twice") }
        if case .acquired = cache.tryLock(try request("ann")) {} else { Issue.record("ann has to wait") }
        lock.release()
        if case .acquired = cache.tryLock(try request()) {} else { Issue.record("not released") }
    }
}
