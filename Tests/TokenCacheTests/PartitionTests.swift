import FakeWorld
import OAuth
import Testing
import World

@testable import TokenCache

struct PartitionTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"

    private func authority(_ url: String) throws -> Provider { .authority(try Authority(url, tenant: nil)) }

    private func issuer(_ url: String) throws -> Provider { .issuer(try Issuer(url)) }

    private func name(_ provider: Provider, _ clientID: String) -> String {
        Partition.appTokens(of: TokenRequest(provider: provider, clientID: clientID, scopes: Scopes("a"))).fileName
    }

    @Test func `the name tells what is inside`() throws {
        #expect(name(try authority("https://a.com/t"), "app") == "app@a.com@t@app.json")
        #expect(name(try authority("https://a.com/t/B2C_1_P"), "app") == "app@a.com@t@b2c_1_p@app.json")
        #expect(name(try authority("http://localhost:81/t"), "app") == "app@localhost%3A81@t@app.json")
        #expect(name(try issuer("https://a.com/x"), "app") == "app@https%3A%2F%2Fa.com%2Fx@app.json")
    }

    static let clientIDs = [
        "app", "App", "../../etc/passwd", "/etc/passwd", ".", "..", "a/b", "a%2Fb", "a@b", "a b", "a+b", "a~b",
        "a\u{0}b",
        "a\nb", "é", "e\u{301}", "😀", "CON", "-rf", "app.json", ".json", String(repeating: "x", count: 5000),
        String(repeating: "x", count: 5001), String(repeating: "é", count: 300), String(repeating: "/", count: 61),
        "$(id)", "*", "tmp", "app@b.com@t@app",
    ]

    @Test func `every client id has its own safe name`() throws {
        let provider = try authority("https://a.com/t")
        let names = Self.clientIDs.map { name(provider, $0) }
        #expect(Set(names).count == Self.clientIDs.count)
        for name in names {
            #expect(name.hasPrefix("app@a.com@t@"))
            #expect(name.hasSuffix(".json"))
            #expect(name.utf8.count <= 220, "a temporary name is longer, and 255 bytes are all there is")
            #expect(name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") })
        }
    }

    @Test func `providers that are not the same never share a file`() throws {
        let providers = [
            try authority("https://a.com/t"), try authority("https://a.com:8443/t"), try authority("https://a.com/u"),
            try authority("https://b.com/t"), try authority("https://a.com/t/b2c_1_p"),
            try authority("https://a.com/t/b2c_1_q"),
            try authority("https://x.ciamlogin.com"), try authority("https://y.ciamlogin.com"),
            try authority("https://x.ciamlogin.com/t"), try authority("https://a.com/tfp/t/p"),
            try authority("https://a.com/tfp/u/p"), try authority("https://a.com/dstsv2/t"),
            try authority("https://a.com/dstsv2/w"), try authority("https://a.com/adfs"),
            try issuer("https://a.com/t"), try issuer("https://a.com/t/"), try issuer("https://A.com/t"),
            try issuer("https://a.com:8443/t"), try issuer("https://a.com/T"), try issuer("http://localhost/t"),
            try issuer("https://a.com/" + String(repeating: "x", count: 400)),
            try issuer("https://a.com/" + String(repeating: "x", count: 401)),
        ]
        #expect(Set(providers.map { name($0, "app") }).count == providers.count)
    }

    @Test func `tokens of two issuers on one host, or of two ports, never mix`() throws {
        let pairs = [
            (try issuer("https://idp.example/a"), try issuer("https://idp.example/b")),
            (try issuer("https://idp.example"), try issuer("https://idp.example:8443")),
            (try authority("http://localhost:1/t"), try authority("http://localhost:2/t")),
            (try authority("https://idp.example/t"), try issuer("https://idp.example/t")),
            (try authority("https://idp.example/t/b2c_1_p"), try authority("https://idp.example/t/b2c_1_q")),
        ]
        for (mine, theirs) in pairs {
            let cache = TokenCache(store: FakeStore(), clock: FakeClock()) { Issue.record("\($0)") }
            func request(_ provider: Provider) -> TokenRequest {
                TokenRequest(provider: provider, clientID: "app", scopes: Scopes("a"))
            }
            let token = AcquiredToken(
                accessToken: "t", tokenType: "Bearer", obtainedOn: FakeClock.start, expiresOn: FakeClock.start + 3600,
                extendedExpiresOn: FakeClock.start + 3600, refreshOn: nil, scopes: Scopes("a"), realm: "t",
                source: .network)
            cache.save(token, for: request(mine))
            #expect(cache.token(for: request(mine)) != nil)
            #expect(cache.token(for: request(theirs)) == nil)
        }
    }

    /// The names could meet only by chance; should they, the rows still tell whose tokens they are.
    @Test func `even in one file, the rows of two issuers are told apart`() throws {
        let mine = TokenRequest(provider: try issuer("https://idp.example/a"), clientID: "app", scopes: Scopes("a"))
        let theirs = TokenRequest(provider: try issuer("https://idp.example/b"), clientID: "app", scopes: Scopes("a"))
        let store = FakeStore()
        let cache = TokenCache(store: store, clock: FakeClock()) { Issue.record("\($0)") }
        let token = AcquiredToken(
            accessToken: "t", tokenType: "Bearer", obtainedOn: FakeClock.start, expiresOn: FakeClock.start + 3600,
            extendedExpiresOn: FakeClock.start + 3600, refreshOn: nil, scopes: Scopes("a"), realm: "t",
            source: .network)
        cache.save(token, for: theirs)
        let content = try #require(store.files[Partition.appTokens(of: theirs).fileName])
        store.files = [Partition.appTokens(of: mine).fileName: content]
        #expect(cache.token(for: mine) == nil)
    }
}
