import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct CacheVerifierTests {
    private let fixture = CacheFixture()

    private func expect(_ words: String, _ severity: CacheProblem.Severity = .error, of file: String) {
        let problems = fixture.problems()
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.file == file)
        #expect(problems.first?.problem.contains(words) == true, "\(problems)")
        #expect(problems.first?.severity == severity)
    }

    @Test func `what this program writes is in order, and is not touched`() throws {
        try fixture.saveAppToken()
        try fixture.saveAnnsTokens()
        try fixture.saveOnBehalfToken(refreshToken: "rt")
        fixture.cache.save(
            fixture.token("at", of: CacheFixture.ann, refreshToken: "rt"),
            for: try fixture.request(.user(nil), issuer: "https://idp.example/realms/a"))
        fixture.keys.files = ["idp@1.json": "{}"]
        fixture.store.files[".lock"] = ""
        let done = fixture.store.history.count
        #expect(fixture.problems().isEmpty)
        #expect(fixture.store.history[done...].allSatisfy { $0 == "look" || $0.hasPrefix("peek") })
    }

    static let items: [(item: StoreItem, words: String)] = [
        (StoreItem("a.json", mode: 0o640, size: 2, changedOn: 0), "its mode is 640"),
        (StoreItem("a.json", mode: 0o604, size: 2, changedOn: 0), "its mode is 604"),
        (StoreItem("a.json", kind: .link, mode: 0o777, size: 2, changedOn: 0), "symbolic link"),
        (StoreItem("a.json", kind: .folder, mode: 0o700, size: 2, changedOn: 0), "is a folder"),
        (StoreItem("a.json", kind: .special, mode: 0o600, size: 2, changedOn: 0), "pipe"),
        (StoreItem("a.json", mode: 0o600, isOwn: false, size: 2, changedOn: 0), "another user"),
        (StoreItem("a.json", mode: 0o600, size: 100 << 20, changedOn: 0), "100 MiB"),
    ]

    @Test(arguments: items)
    func `what is no private plain file is named, and not opened unless it is safe`(item: StoreItem, words: String) {
        fixture.store.files["a.json"] = "{}"
        fixture.store.show(item)
        expect(words, of: "cache/a.json")
        let isSafe = item.kind == .file && item.isOwn && item.size < 100
        #expect(fixture.store.history.contains("peek a.json") == isSafe)
    }

    static let folders: [(item: StoreItem, words: String)] = [
        (StoreItem("", kind: .folder, mode: 0o750, size: 0, changedOn: 0), "its mode is 750"),
        (StoreItem("", kind: .link, mode: 0o777, size: 0, changedOn: 0), "symbolic link"),
        (StoreItem("", kind: .file, mode: 0o600, size: 0, changedOn: 0), "no folder"),
        (StoreItem("", kind: .folder, mode: 0o700, isOwn: false, size: 0, changedOn: 0), "another user"),
    ]

    @Test(arguments: folders)
    func `so is what is no private folder`(item: StoreItem, words: String) {
        fixture.store.showFolder(item)
        expect(words, of: "cache")
    }

    @Test(arguments: ["{", "", "[]", #"{"Account":7}"#, "\u{0}"])
    func `damage is named`(content: String) {
        fixture.store.files["a.json"] = content
        expect("is damaged", of: "cache/a.json")
    }

    @Test func `damaged keys are named`() {
        fixture.keys.files = ["idp@1.json": "[]"]
        expect("is damaged", of: "keys/idp@1.json")
    }

    static let rows: [(old: String, new: String, words: String)] = [
        (#""expires_on":"1790003600""#, #""expires_on":"1790003600.5""#, "its expires_on is no time"),
        (#""expires_on":"1790003600""#, #""expires_on":null"#, "its expires_on is no time"),
        (#""expires_on":"1790003600","#, "", "it has no expires_on"),
        (#""cached_at":"1790000000""#, #""cached_at":"""#, "its cached_at is no time"),
        (#""token_type""#, #""refresh_on":"soon","token_type""#, "its refresh_on is no time"),
        (#""credential_type":"AccessToken""#, #""credential_type":"ATExt""#, "its credential_type is 'ATExt'"),
        (#""credential_type":"AccessToken","#, "", "its credential_type is missing"),
        (#""secret":"app-at""#, #""secret":"a\u0000b""#, "its secret is no token"),
        (#""secret":"app-at""#, #""secret":[]"#, "its secret is no token"),
        (#""target":"api://orders/Read""#, #""target":["Read"]"#, "its target is no text"),
        (#""home_account_id":null"#, #""home_account_id":7"#, "its home_account_id is no text"),
        (#""home_account_id":null,"environment":"login.microsoftonline.com","#, "", "it has no environment"),
        (#""client_id":"11112222-bbbb-3333-cccc-4444dddd5555","target""#, #""target""#, "it has no client_id"),
    ]

    @Test(arguments: rows)
    func `a row that stops other programs is named by what is wrong with it`(old: String, new: String, words: String)
        throws
    {
        try fixture.saveAppToken()
        let before = fixture.store.files
        fixture.edit(CacheFixture.appFile, old, new)
        #expect(fixture.store.files != before)
        expect(words, of: "cache/\(CacheFixture.appFile)")
        #expect(!fixture.problems().contains { $0.problem.contains("app-at") })
    }

    @Test func `a row that is no object is named`() {
        fixture.store.files["a.json"] = #"{"RefreshToken":{"x":1,"y":[]}}"#
        expect("2 rows of RefreshToken: it is no object", of: "cache/a.json")
        fixture.store.files["a.json"] = #"{"AppMetadata":{"x":null}}"#
        expect("a row of AppMetadata: it is no object", of: "cache/a.json")
    }

    @Test(arguments: [
        (CacheFixture.appFile, "app@h@t@other.json", "another app's"),
        (CacheFixture.userFile, "app@h@t@\(CacheFixture.desktop).json", "a person's"),
        (CacheFixture.userFile, "obo@h@t@other@1f.json", "another app's"),
    ])
    func `rows in the wrong file are named`(from: String, to: String, words: String) throws {
        try fixture.saveAppToken()
        try fixture.saveAnnsTokens()
        let file = try #require(fixture.store.files[from])
        fixture.store.files = [to: file]
        let problems = fixture.problems()
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.file == "cache/\(to)" && $0.severity == .warning }, "\(problems)")
        #expect(problems.allSatisfy { $0.problem.contains(words) || $0.problem.contains("Account: ") }, "\(problems)")
    }

    @Test func `tokens that no index leads to are named`() throws {
        try fixture.saveAnnsTokens()
        fixture.store.files[CacheFixture.index] = nil
        expect("no index lists its account", .warning, of: "cache/\(CacheFixture.userFile)")
    }

    @Test func `an account whose tokens are gone is named`() throws {
        try fixture.saveAnnsTokens()
        fixture.store.files[CacheFixture.userFile] = nil
        expect("lists 'ann@contoso.com'", .warning, of: "cache/\(CacheFixture.index)")
    }

    @Test(arguments: [".a.json.tmp-1-2", "a.json.damaged-1", "notes.txt"])
    func `leftovers are noted`(name: String) {
        fixture.store.files[name] = "{"
        let problems = fixture.problems()
        #expect(problems.map(\.severity) == [.note])
        #expect(problems.map(\.file) == ["cache/\(name)"])
    }
}
