import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

/// Providers that share a host: what is one's stays one's, in the cache and by way of an exported file.
struct PortablePlaceTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let alice = Account(
        homeAccountID: "alice.\(tenant)", localAccountID: "alice", username: "alice@contoso.com", realm: tenant)

    private let clock = FakeClock()

    private func request(_ url: String, _ subject: Subject = .user(nil)) throws -> TokenRequest {
        TokenRequest(
            provider: .authority(try Authority(url, tenant: nil)), clientID: "app", scopes: Scopes("a"),
            subject: subject)
    }

    private func cache(_ store: FakeStore) -> TokenCache {
        TokenCache(store: store, clock: clock) { Issue.record("\($0)") }
    }

    /// A user's tokens and an app's, the secrets named for the number.
    private func fill(_ store: FakeStore, _ url: String, _ number: Int) throws {
        for subject in [Subject.user(nil), .app] {
            let request = try request(url, subject)
            let isApp = if case .app = subject { true } else { false }
            guard case .authority(let authority) = request.provider else { return }
            let token = AcquiredToken(
                accessToken: "\(isApp ? "app" : "at")\(number)", tokenType: "Bearer", obtainedOn: clock.now,
                expiresOn: clock.now + 3600, extendedExpiresOn: clock.now + 3600, refreshOn: nil, scopes: Scopes("a"),
                realm: authority.tenant, account: isApp ? nil : Self.alice, idToken: isApp ? nil : "it\(number)",
                refreshToken: isApp ? nil : "rt\(number)", source: .network)
            cache(store).save(token, for: request)
        }
    }

    private func secrets(_ store: FakeStore, _ url: String) throws -> [String?] {
        let request = try request(url)
        return [
            cache(store).token(for: request)?.accessToken, cache(store).token(for: request)?.idToken,
            cache(store).refreshToken(for: request)?.secret.reveal(),
            cache(store).token(for: try self.request(url, .app))?.accessToken,
        ]
    }

    private func report(_ text: String, into store: FakeStore, at authority: Authority? = nil) throws
        -> CacheImport.Report
    {
        var work = CacheImport(into: store, clock: clock, at: authority) { Issue.record("\($0)") }
        try work.add(Array(text.utf8), named: "the file")
        return work.run(isDry: false)
    }

    private func export(_ store: FakeStore) throws -> String {
        try CacheExport(of: store, clock: clock) { Issue.record("\($0)") }.content(clientID: nil, user: nil).text
    }

    private static let host = "https://idp.example"
    private static let urls = [
        "\(host)/\(tenant)", "\(host)/adfs", "\(host)/dstsv2/\(tenant)", "\(host)/\(tenant)/b2c_1_a",
        "\(host)/\(tenant)/b2c_1_b", "\(host):8443/\(tenant)", "https://contoso.b2clogin.com/\(tenant)/b2c_1_a",
        "https://contoso.b2clogin.com/\(tenant)/b2c_1_b",
    ]

    @Test(arguments: urls, urls)
    func `what one provider gave a person is not another's on its host`(mine: String, theirs: String) throws {
        guard mine != theirs else { return }
        let store = FakeStore()
        try fill(store, mine, 1)
        let other = try request(theirs)
        #expect(cache(store).accounts(for: other).isEmpty)
        #expect(cache(store).refreshToken(for: other) == nil)
        #expect(cache(store).refreshToken(for: try request(mine))?.secret.reveal() == "rt1")
    }

    @Test func `export and import lose nothing, though MSAL's keys are the same`() throws {
        let store = FakeStore(), copy = FakeStore()
        for (number, url) in Self.urls.enumerated() { try fill(store, url, number) }
        let report = try report(try export(store), into: copy)
        #expect(report.leftOut.isEmpty)
        for (number, url) in Self.urls.enumerated() {
            #expect(
                try secrets(copy, url) == ["at\(number)", "it\(number)", "rt\(number)", "app\(number)"], "\(url)")
        }
        #expect(Set(copy.files.keys) == Set(store.files.keys))
        #expect(copy.files.values.allSatisfy { !$0.contains(#""place""#) }, "the file's name tells it")
    }

    @Test func `rows of Entra's have nothing but what MSAL knows`() throws {
        let store = FakeStore()
        try fill(store, Self.urls[0], 0)
        #expect(try !export(store).contains(#""place""#))
    }

    private func exported(from url: String) throws -> String {
        let store = FakeStore()
        try fill(store, url, 1)
        // As another program would have written it.
        let text = try export(store)
        let marks = ["contoso.b2clogin.com/b2c_1_a", "idp.example/adfs"].map { #","place":"\#($0)""# }
        return marks.reduce(text) { $0.replacing($1, with: "") }
    }

    @Test func `without the policy, B2C's rows have no place unless the authority is named`() throws {
        let url = "https://contoso.b2clogin.com/\(Self.tenant)/b2c_1_a"
        let text = try exported(from: url)
        let store = FakeStore()
        let refused = try report(text, into: store)
        #expect(refused.taken == 0)
        #expect(refused.leftOut.first?.reason.contains("--authority") == true)
        #expect(refused.leftOut.first?.rows.count == 4)
        #expect(store.files.isEmpty)
        _ = try report(text, into: store, at: try Authority(url, tenant: nil))
        #expect(try secrets(store, url) == ["at1", "it1", "rt1", "app1"])
    }

    @Test(arguments: ["", "/", "evil.example/b2c_1_a", "../../x", "IDP.example:1/b2c_1_a", "https://idp.example/y"])
    func `a place that is none at the row's host is not gone by`(place: String) throws {
        let store = FakeStore(), copy = FakeStore()
        try fill(store, Self.urls[3], 1)
        _ = try report(
            try export(store).replacing(#""place":"idp.example/b2c_1_a""#, with: #""place":"\#(place)""#), into: copy)
        #expect(!copy.files.isEmpty)
        #expect(copy.files.keys.allSatisfy { $0.contains("idp.example") && !$0.contains("b2c") }, "\(copy.files.keys)")
    }

    @Test(arguments: [false, true])
    func `AD FS is known by its accounts, and by the authority`(isNamed: Bool) throws {
        let url = "\(Self.host)/adfs"
        let store = FakeStore()
        _ = try report(try exported(from: url), into: store, at: isNamed ? try Authority(url, tenant: nil) : nil)
        #expect(try secrets(store, url) == ["at1", "it1", "rt1", "app1"])
    }
}
