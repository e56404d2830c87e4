import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct CacheInventoryTests {
    private let fixture = CacheFixture()

    @Test func `every row is there once, with whose it is`() throws {
        try fixture.saveAppToken()
        try fixture.saveAnnsTokens()
        try fixture.saveOnBehalfToken()
        let rows = try fixture.inventory()
        #expect(
            rows.map { "\($0.partition?.rawValue ?? "") \($0.section)" } == [
                "accounts account", "app accessToken", "obo accessToken", "obo idToken", "obo account",
                "user accessToken", "user refreshToken", "user idToken", "user account",
            ])
        let app = rows[1]
        #expect(app.clientID == CacheFixture.app)
        #expect(app.provider == CacheFixture.host)
        #expect(app.tenant == CacheFixture.tenant)
        #expect(app.homeAccountID == nil)
        #expect(app.scopes.text == "api://orders/Read")
        #expect(app.expiresOn == fixture.clock.now + 3600)
        #expect(app.cachedOn == fixture.clock.now)
        let refresh = rows[6]
        #expect(refresh.username == "ann@contoso.com")
        #expect(refresh.cachedOn == fixture.clock.now)
        #expect(refresh.expiresOn == nil)
        #expect(fixture.warnings.lines.isEmpty)
    }

    @Test func `a row says whose it is, whatever the file is called`() throws {
        try fixture.saveAppToken()
        fixture.store.files["user@elsewhere@other@bob.json"] = fixture.store.files.removeValue(
            forKey: CacheFixture.appFile)
        let row = try #require(try fixture.inventory().first)
        #expect(row.clientID == CacheFixture.app)
        #expect(row.homeAccountID == nil)
    }

    @Test func `all tokens of another provider have its issuer, and no tenant`() throws {
        fixture.cache.save(
            fixture.token("at", of: CacheFixture.ann, refreshToken: "rt"),
            for: try fixture.request(.user(nil), issuer: "https://idp.example/realms/a"))
        let tokens = try fixture.inventory().filter { $0.section != .account }
        #expect(tokens.count == 3)
        #expect(tokens.allSatisfy { $0.provider == "https://idp.example/realms/a" && $0.tenant == nil })
    }

    @Test(arguments: ["{", "[]", "{\"AccessToken\":[]}", ""])
    func `a damaged file stays where it is, and is named`(content: String) throws {
        try fixture.saveAppToken()
        fixture.store.files["x.json"] = content
        #expect(try fixture.inventory().count == 1)
        #expect(fixture.store.files["x.json"] == content)
        #expect(fixture.warnings.lines.count == 1)
        #expect(fixture.warnings.lines.first?.contains("/config/cache/x.json") == true)
    }

    @Test func `rows that make no sense are left out, and counted`() throws {
        try fixture.saveAppToken()
        fixture.store.files["x.json"] = """
            {"AccessToken":{"a":1,"b":{"secret":"s","environment":"e"},"c":{"secret":7,"environment":"e","client_id":"c"},\
            "d":{"secret":"s","environment":"e","client_id":"c","expires_on":"never"}},"Account":{"e":{"environment":"e"}}}
            """
        let rows = try fixture.inventory()
        #expect(rows.count == 2)
        #expect(rows.last?.expiresOn == nil)
        #expect(rows.last?.isExpired(at: .max) == false)
        #expect(fixture.warnings.lines.first?.contains("4 rows") == true, "\(fixture.warnings.lines)")
    }

    @Test func `leftovers and hidden files are no files of the cache`() throws {
        fixture.store.files = [".x.json.tmp-1-2": "{", "x.json.damaged-1": "{", ".lock": ""]
        #expect(try fixture.inventory().isEmpty)
        #expect(fixture.warnings.lines.isEmpty)
    }
}
