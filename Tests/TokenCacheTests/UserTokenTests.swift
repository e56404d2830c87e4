import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

/// A person's rows, as msal-python 1.39 writes them, and who is found by which name.
struct UserTokenTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let app = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"
    private static let ann = Account(
        homeAccountID: "9f4880d8-80ba-4c40-97bc-f7a23c703084.\(tenant)",
        localAccountID: "9f4880d8-80ba-4c40-97bc-f7a23c703084", username: "User@Contoso.com", realm: tenant)
    private static let bob = Account(
        homeAccountID: "b.\(tenant)", localAccountID: "b", username: "Bob@x", realm: tenant)

    private let clock = FakeClock(1_754_300_000)
    private let store = FakeStore()
    private var cache: TokenCache { TokenCache(store: store, clock: clock) { Issue.record("\($0)") } }

    private func request(
        _ scopes: String = "User.Read", account: String? = nil, tenant: String = tenant
    ) throws -> TokenRequest {
        let authority = try Authority("https://login.microsoftonline.com", tenant: tenant)
        return TokenRequest(
            provider: .authority(authority), clientID: Self.app, scopes: Scopes(scopes), subject: .user(account))
    }

    private func token(
        _ secret: String = "at", of account: Account = ann, refreshToken: String? = "rt", realm: String = tenant,
        scopes: String = "email openid profile User.Read Mail.Read"
    ) -> AcquiredToken {
        AcquiredToken(
            accessToken: secret, tokenType: "Bearer", obtainedOn: clock.now, expiresOn: clock.now + 4799,
            extendedExpiresOn: clock.now + 4799, refreshOn: clock.now + 2399,
            scopes: Scopes(scopes), realm: realm, account: account, idToken: "it",
            refreshToken: refreshToken, familyID: "1", source: .network)
    }

    private func file(_ prefix: String) throws -> JSON {
        let name = try #require(store.files.keys.first { $0.hasPrefix(prefix) })
        return try JSON(parsing: try #require(store.files[name]))
    }

    private func row(_ section: String) throws -> JSONObject.Member {
        try #require(try file("user@")[section]?.objectValue?.members.first)
    }

    @Test func `all sections are named and filled as msal-python does`() throws {
        cache.save(token(), for: try request())
        let home = Self.ann.homeAccountID
        let scopes = "mail.read user.read email openid profile"
        #expect(
            try row("AccessToken").name.value
                == "\(home)-login.microsoftonline.com-accesstoken-\(Self.app)-\(Self.tenant)-\(scopes)")
        #expect(
            try row("RefreshToken").name.value
                == "\(home)-login.microsoftonline.com-refreshtoken-\(Self.app)--\(scopes)")
        #expect(
            try row("IdToken").name.value == "\(home)-login.microsoftonline.com-idtoken-\(Self.app)-\(Self.tenant)-")
        #expect(try row("Account").name.value == "\(home)-login.microsoftonline.com-\(Self.tenant)")
        #expect(try row("AppMetadata").name.value == "appmetadata-login.microsoftonline.com-\(Self.app)")
        #expect(try row("AccessToken").value["target"]?.stringValue == "Mail.Read User.Read email openid profile")
        #expect(try row("RefreshToken").value["last_modification_time"]?.stringValue == "1754300000")
        #expect(try row("RefreshToken").value["family_id"]?.stringValue == "1")
        #expect(try row("Account").value["username"]?.stringValue == "User@Contoso.com")
        #expect(try row("Account").value["authority_type"]?.stringValue == "MSSTS")
        #expect(try file("accounts@")["Account"]?.objectValue?.members.count == 1)
    }

    @Test(arguments: [nil, "user@contoso.com", Self.ann.homeAccountID])
    func `the only account is found without a name, and by user name or id`(name: String?) throws {
        cache.save(token(), for: try request())
        let found = try #require(cache.token(for: try request("user.read", account: name)))
        #expect(found.accessToken == "at")
        #expect(found.account == Self.ann)
        #expect(found.idToken == "it")
        #expect(cache.refreshToken(for: try request("Other.Scope", account: name))?.secret.reveal() == "rt")
    }

    @Test func `several accounts are told apart, and none is guessed`() throws {
        cache.save(token("a"), for: try request())
        cache.save(token("b", of: Self.bob), for: try request())
        #expect(cache.token(for: try request()) == nil)
        #expect(cache.refreshToken(for: try request()) == nil)
        #expect(cache.token(for: try request(account: "bob@X"))?.accessToken == "b")
        #expect(cache.token(for: try request(account: "carol")) == nil)
        #expect(cache.accounts(for: try request()).map(\.username).sorted() == ["Bob@x", "User@Contoso.com"])
    }

    @Test func `there is one refresh token for a person and client, the newest`() throws {
        cache.save(token(refreshToken: "r1"), for: try request())
        clock.now += 10
        cache.save(token("at2", refreshToken: "r2"), for: try request())
        #expect(try file("user@")["RefreshToken"]?.objectValue?.members.count == 1)
        #expect(cache.refreshToken(for: try request())?.secret.reveal() == "r2")
        cache.save(token("at3", refreshToken: nil), for: try request())
        #expect(cache.refreshToken(for: try request())?.secret.reveal() == "r2", "an answer without one keeps the old")
    }

    @Test func `a file does not grow with what was in it once`() throws {
        var sizes: [Int] = []
        for number in 1000..<2000 {
            let scopes = "Scope\(number).Read"
            cache.save(token("at\(number)", refreshToken: "rt\(number)", scopes: scopes), for: try request(scopes))
            sizes.append(try file("user@").compact.utf8.count)
            clock.now += 60
        }
        // As many access tokens as there are minutes in their life, and one of everything else.
        #expect(try file("user@")["AccessToken"]?.objectValue?.members.count == 80)
        for section in ["RefreshToken", "IdToken", "Account", "AppMetadata"] {
            #expect(try file("user@")[section]?.objectValue?.members.count == 1, "\(section)")
        }
        #expect(sizes[100...].max() == sizes[99...].min(), "in bytes")
    }

    @Test func `a dead refresh token goes, its successor stays`() throws {
        cache.save(token(refreshToken: "r1"), for: try request())
        let dead = try #require(cache.refreshToken(for: try request()))
        cache.save(token(refreshToken: "r2"), for: try request())
        cache.forget(dead, of: try request())
        #expect(cache.refreshToken(for: try request())?.secret.reveal() == "r2")
        cache.forget(try #require(cache.refreshToken(for: try request())), of: try request())
        #expect(cache.refreshToken(for: try request()) == nil)
        #expect(cache.token(for: try request())?.accessToken == "at")
    }

    @Test func `a token of another tenant is none of this one, and organizations means the person's own`() throws {
        let other = "11111111-2222-3333-4444-555555555555"
        cache.save(token("guest", realm: other), for: try request(tenant: other))
        #expect(cache.token(for: try request()) == nil)
        #expect(cache.token(for: try request(tenant: "organizations")) == nil)
        cache.save(token("home"), for: try request())
        #expect(cache.token(for: try request(tenant: "organizations"))?.accessToken == "home")
        #expect(cache.token(for: try request(tenant: other))?.accessToken == "guest")
    }

    @Test func `who is removed is gone, and leaves no file`() throws {
        cache.save(token("a"), for: try request())
        cache.save(token("b", of: Self.bob), for: try request())
        let directory = AccountDirectory(store: store, clock: clock) { Issue.record("\($0)") }
        let bob = try #require(directory.accounts().first { $0.account == Self.bob })
        #expect(bob.clientID == Self.app)
        #expect(bob.provider == "login.microsoftonline.com")
        directory.remove(bob)
        #expect(directory.accounts().map(\.account) == [Self.ann])
        #expect(cache.token(for: try request())?.accessToken == "a")
        directory.accounts().forEach { directory.remove($0) }
        #expect(store.files.isEmpty)
    }

    @Test func `a token of nobody is not kept, and that is told`() throws {
        let warnings = Remarks()
        let cache = TokenCache(store: store, clock: clock) { warnings.add($0) }
        let token = AcquiredToken(
            accessToken: "t", tokenType: "Bearer", obtainedOn: 0, expiresOn: 1, extendedExpiresOn: 1, refreshOn: nil,
            scopes: Scopes("a"), realm: "r", source: .network)
        cache.save(token, for: try request())
        #expect(store.files.isEmpty)
        #expect(warnings.lines.count == 1)
    }

    @Test func `a tenant by its domain is another one than the tenants of the person's other tokens`() throws {
        cache.save(token(), for: try request())
        #expect(cache.token(for: try request(tenant: "other.example")) == nil)
        cache.save(token("by-name"), for: try request(tenant: "contoso.com"))
        #expect(cache.token(for: try request(tenant: "contoso.com"))?.accessToken == "by-name")
        #expect(cache.token(for: try request(tenant: "other.example")) == nil)
        #expect(cache.token(for: try request())?.accessToken == "by-name")
    }
}
