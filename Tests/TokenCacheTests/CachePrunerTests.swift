import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct CachePrunerTests {
    private let fixture = CacheFixture()
    private static let day = 86400

    @Test func `nothing goes that is still good, and nothing is written`() throws {
        try fixture.saveAppToken()
        try fixture.saveAnnsTokens()
        try fixture.saveOnBehalfToken()
        let before = fixture.store.files
        let done = fixture.store.history.count
        #expect(try fixture.prune() == [])
        #expect(fixture.store.files == before)
        #expect(!fixture.store.history[done...].contains { $0.hasPrefix("write") || $0.hasPrefix("remove") })
    }

    @Test func `an expired app token goes, with its file`() throws {
        try fixture.saveAppToken()
        fixture.clock.now += 3600
        let expected = ["\(CacheFixture.appFile): 1 expired access token, and the file, in which no token is left"]
        #expect(try fixture.prune(isTrial: true) == expected)
        #expect(fixture.store.files.count == 1, "a trial changes nothing")
        #expect(try fixture.prune() == expected)
        #expect(fixture.store.files.isEmpty)
        #expect(fixture.store.heldLocks.isEmpty)
    }

    @Test func `an index whose name was cut, and so leads nowhere, stays as it is`() throws {
        try fixture.saveAnnsTokens(client: String(repeating: "c", count: 200))
        let index = try #require(fixture.store.files.first { $0.key.hasPrefix("accounts@") })
        #expect(index.key.contains("~"))
        fixture.clock.now += 3600
        _ = try fixture.prune()
        #expect(fixture.store.files[index.key] == index.value)
        #expect(fixture.store.files.count == 2)
    }

    @Test func `a refresh token stays, with its account and id token, however old it is`() throws {
        try fixture.saveAnnsTokens()
        fixture.clock.now += 1000 * Self.day
        #expect(try fixture.prune() == ["\(CacheFixture.userFile): 1 expired access token"])
        let sections = try fixture.inventory().filter { $0.partition == .user }.map(\.section)
        #expect(sections == [.refreshToken, .idToken, .account])
        #expect(fixture.cache.refreshToken(for: try fixture.request(.user(nil)))?.secret.reveal() == "ann-rt")
        #expect(try fixture.prune() == [])
    }

    @Test func `an account without tokens goes, from its file and from the index`() throws {
        try fixture.saveAnnsTokens(refreshToken: nil)
        fixture.clock.now += 3600
        let lines = try fixture.prune(isTrial: true)
        #expect(
            lines == [
                "\(CacheFixture.userFile): 1 expired access token, 1 id token, 1 account without tokens, and the file, "
                    + "in which no token is left",
                "\(CacheFixture.index): 1 account without tokens, and the file, in which no token is left",
            ])
        #expect(try fixture.prune() == lines)
        #expect(fixture.store.files.isEmpty)
        #expect(fixture.store.heldLocks.isEmpty)
    }

    @Test func `one account of two goes from the index`() throws {
        let bob = Account(homeAccountID: "b.t", localAccountID: "b", username: "bob@x", realm: "t")
        try fixture.saveAnnsTokens(refreshToken: nil)
        fixture.cache.save(fixture.token("b", of: bob, refreshToken: "rt"), for: try fixture.request(.user("bob@x")))
        fixture.clock.now += 3600
        _ = try fixture.prune()
        #expect(fixture.cache.accounts(for: try fixture.request(.user(nil))) == [bob])
    }

    @Test func `an index that is the tokens' own file keeps its accounts`() throws {
        try fixture.saveAnnsTokens()
        fixture.store.files[CacheFixture.index] = fixture.store.files.removeValue(forKey: CacheFixture.userFile)
        #expect(try fixture.prune() == [])
    }

    @Test func `files of assertions go when their tokens have expired`() throws {
        try fixture.saveOnBehalfToken(1)
        try fixture.saveOnBehalfToken(2, expiresIn: 7200)
        try fixture.saveOnBehalfToken(3, refreshToken: "rt")
        fixture.clock.now += 3600
        #expect(try fixture.prune().count == 2)
        #expect(fixture.store.files.count == 2)
        #expect(fixture.store.files.values.contains { $0.contains("\"rt\"") })
    }

    @Test(arguments: [
        #""Other":{"a":1}"#, #""AccessToken":{"x":{"ext_cache_key":"e","secret":"s","credential_type":"AccessToken"}}"#,
        #""RefreshToken":{"x":{"anything":1}}"#, #""IdToken":{"x":7}"#,
    ])
    func `what only other programs understand stays`(members: String) throws {
        fixture.store.files[CacheFixture.appFile] = "{\(members)}"
        fixture.clock.now += 1000 * Self.day
        #expect(try fixture.prune() == [])
        #expect(fixture.store.files[CacheFixture.appFile] == "{\(members)}")
    }

    @Test func `unknown members survive beside what goes`() throws {
        try fixture.saveAppToken()
        fixture.edit(CacheFixture.appFile, #"{"AccessToken""#, #"{"Other":{"n":1.50},"AccessToken""#)
        fixture.clock.now += 3600
        _ = try fixture.prune()
        #expect(fixture.store.files[CacheFixture.appFile]?.hasPrefix(#"{"Other":{"n":1.50},"AccessToken":{}"#) == true)
    }

    @Test func `what another process has just written is not taken for what was read before`() throws {
        try fixture.saveAppToken()
        fixture.clock.now += 3600
        let file = CacheFixture.appFile
        let lock = try #require(try fixture.store.tryLock("write \(file)"))
        fixture.clock.onSleep { [fixture] _ in
            fixture.edit(
                file, "\"expires_on\":\"\(FakeClock.start + 3600)\"", "\"expires_on\":\"\(FakeClock.start * 2)\"")
            lock.release()
        }
        #expect(try fixture.prune() == [])
        #expect(fixture.store.files[file] != nil)
    }

    static let litter: [(name: String, age: Int, isInKeys: Bool, goes: Bool)] = [
        (".a.json.tmp-1-2", day - 1, false, false), (".a.json.tmp-1-2", day + 1, false, true),
        ("a.json.damaged-1", 30 * day - 1, false, false), ("a.json.damaged-1", 30 * day + 1, false, true),
        ("a.json.damaged-\(FakeClock.start - day)", 90 * day, false, false), ("notes.txt", 900 * day, false, false),
        ("idp@1.json", 30 * day - 1, true, false), ("idp@1.json", 30 * day + 1, true, true),
        (".idp@1.json.tmp-1-2", day + 1, true, true),
    ]

    @Test(arguments: litter)
    func `litter goes when it is old enough`(name: String, age: Int, isInKeys: Bool, goes: Bool) throws {
        let store = isInKeys ? fixture.keys : fixture.store
        store.files[name] = "{"
        store.show(StoreItem(name, mode: 0o600, size: 1, changedOn: FakeClock.start - age))
        #expect(try fixture.prune(isTrial: true).count == (goes ? 1 : 0))
        #expect(store.files.count == 1)
        #expect(try fixture.prune().count == (goes ? 1 : 0))
        #expect(store.files.isEmpty == goes)
    }

    @Test(arguments: [StoreItem.Kind.link, .folder, .special])
    func `what is no plain file is left alone`(kind: StoreItem.Kind) throws {
        fixture.store.show(StoreItem(".a.json.tmp-1-2", kind: kind, mode: 0o600, size: 0, changedOn: 0))
        #expect(try fixture.prune() == [])
        #expect(!fixture.store.history.contains { $0.hasPrefix("remove") })
    }

    @Test func `what cannot be written is told, and is no success`() throws {
        try fixture.saveAppToken()
        fixture.clock.now += 3600
        fixture.store.fail(.write, with: StoreError(.failed, "read-only"))
        var pruner = CachePruner(
            of: fixture.store, keys: fixture.keys, clock: fixture.clock, isTrial: false
        ) { [fixture] in fixture.warnings.add($0) }
        let result = try pruner.prune()
        #expect(result.removals.isEmpty)
        #expect(!result.isComplete)
        #expect(fixture.warnings.lines == ["the cache cannot be written: read-only"])
    }
}
