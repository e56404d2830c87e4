import FakeWorld
import JOSE
import Testing
import World

@testable import TokenCache

struct CacheEncryptionTests {
    private let store = FakeStore()
    private let made = Remarks()
    private let key: ContentKey
    private let old: ContentKey

    init() throws {
        key = try ContentKey.random()
        old = try ContentKey.random()
    }

    private static let plain = [
        "app@a.json": #"{"AccessToken":{"1":{}}}"#, "user@b.json": #"{"RefreshToken":{"2":{}}}"#,
        "app@c.json.damaged-1": #"{"AccessToken":{"#,
    ]

    private func encryption(_ keys: ContentKey...) -> CacheEncryption {
        CacheEncryption(store: store, clock: FakeClock(), keys: keys.map { CacheKeySource($0) })
    }

    private func encrypt(with key: ContentKey?, opening keys: ContentKey...) throws -> Int {
        let made = made
        let new = self.key
        return try CacheEncryption(store: store, clock: FakeClock(), keys: keys.map { CacheKeySource($0) })
            .encrypt { () throws(Failure) in
                key
            } orNew: { () throws(Failure) in
                made.add("made")
                return new
            }
    }

    /// What is in a file, when it is sealed with that key under its own name.
    private func opened(_ name: String, _ key: ContentKey) throws -> String {
        let bytes = Array(try #require(store.files[name]).utf8)
        return String(decoding: try CompactJWE.open(bytes, name: name, with: key), as: UTF8.self)
    }

    private func expectSealed(with key: ContentKey, _ location: SourceLocation = #_sourceLocation) throws {
        for (name, text) in Self.plain {
            #expect(try opened(name, key) == text, sourceLocation: location)
        }
        #expect(try opened(EncryptionMark.fileName, key) == "{}", sourceLocation: location)
        #expect(store.heldLocks.isEmpty, sourceLocation: location)
    }

    @Test func `all files of tokens are sealed, damaged ones too, and others left alone`() throws {
        store.files = Self.plain.merging(["notes.txt": "mine"]) { $1 }
        #expect(try encrypt(with: key) == 3)
        try expectSealed(with: key)
        #expect(store.files["notes.txt"] == "mine")
        #expect(made.lines.isEmpty)
    }

    @Test func `a second time nothing is left to do`() throws {
        store.files = Self.plain
        _ = try encrypt(with: key)
        let before = store.files
        #expect(try encrypt(with: key) == 0)
        #expect(store.files == before)
    }

    @Test func `what was sealed is plain again, byte for byte`() throws {
        store.files = Self.plain
        _ = try encrypt(with: key)
        #expect(try encryption(key).decrypt() == 3)
        #expect(store.files == Self.plain)
        #expect(try encryption().decrypt() == 0)
        #expect(store.files == Self.plain)
    }

    @Test func `each file is changed under its writer's lock`() throws {
        store.files = ["app@a.json": "{}"]
        _ = try encrypt(with: key)
        let history = store.history.filter { !$0.contains(EncryptionMark.fileName) }
        let write = try #require(history.firstIndex(of: "write app@a.json"))
        #expect(history[(write - 2)..<write] == ["lock write app@a.json", "read app@a.json"])
    }

    @Test func `a key that is not there yet is made, once nothing stands in the way`() throws {
        store.files = Self.plain
        #expect(try encrypt(with: nil) == 3)
        #expect(made.lines == ["made"])
        try expectSealed(with: key)
    }

    @Test func `the key is changed when the old one opens the files`() throws {
        store.files = Self.plain
        _ = try encrypt(with: old)
        #expect(try encrypt(with: key, opening: old) == 3)
        try expectSealed(with: key)
    }

    @Test func `with a wrong key nothing is changed, and no key is made`() throws {
        store.files = Self.plain
        _ = try encrypt(with: old)
        store.files["app@new.json"] = "{}"
        let before = store.files
        #expect(throws: Failure(.badData, "")) { try encrypt(with: key) }
        #expect(throws: Failure(.badData, "")) { try encrypt(with: nil, opening: key) }
        #expect(throws: Failure(.badData, "")) { try encryption(key).decrypt() }
        #expect(throws: Failure(.badData, "")) { try encryption().decrypt() }
        #expect(store.files == before)
        #expect(made.lines.isEmpty)
        #expect(store.heldLocks.isEmpty)
    }

    /// The disk fills up after each number of writes; the mark is one.
    @Test(arguments: 1...3)
    func `what was interrupted still serves, and is completed`(writes: Int) throws {
        for change in [true, false] {
            store.files = Self.plain
            if change { _ = try encrypt(with: old) }
            let breaking = BreakingStore(store, writes: writes)
            let encryption = CacheEncryption(store: breaking, clock: FakeClock(), keys: [CacheKeySource(old)])
            let key = key
            #expect(throws: Failure(.io, "")) {
                try encryption.encrypt { () throws(Failure) in
                    key
                } orNew: { () throws(Failure) in
                    key
                }
            }
            let reader = EncryptedStore(store, source: CacheKeySource(key), clock: FakeClock())
            let readable = Self.plain.keys.filter { (try? reader.read($0)) != nil }
            #expect(readable.count >= (change ? writes - 1 : 3))
            #expect(try encrypt(with: key, opening: old) == 4 - writes)
            try expectSealed(with: key)

            let unsealing = BreakingStore(store, writes: writes - 1)
            #expect(throws: Failure(.io, "")) {
                try CacheEncryption(store: unsealing, clock: FakeClock(), keys: [CacheKeySource(key)]).decrypt()
            }
            #expect(try self.encryption(key).decrypt() == 4 - writes)
            #expect(store.files == Self.plain)
        }
    }

    @Test func `a file that was moved aside while it was sealed is opened by its old name`() throws {
        store.files = ["app@a.json": "no cache"]
        _ = try encrypt(with: old)
        try store.rename("app@a.json", to: "app@a.json.damaged-7")
        #expect(try encrypt(with: key, opening: old) == 1)
        #expect(try opened("app@a.json.damaged-7", key) == "no cache")
        #expect(try encryption(key).decrypt() == 1)
        #expect(store.files == ["app@a.json.damaged-7": "no cache"])
    }

    @Test func `where only the mark is left, its key does not matter`() throws {
        _ = try encrypt(with: old)
        #expect(try encrypt(with: key) == 0)
        try #expect(opened(EncryptionMark.fileName, key) == "{}")
        #expect(try encryption().decrypt() == 0)
        #expect(store.files.isEmpty)
    }

    @Test func `two do not change the key at once`() throws {
        store.files = Self.plain
        let lock = try #require(try store.tryLock(CacheEncryption.lockName))
        #expect(throws: Failure(.tryAgain, "")) { try encrypt(with: key) }
        #expect(store.files == Self.plain)
        lock.release()
        #expect(try encrypt(with: key) == 3)
    }

    @Test func `plain tokens of a writer that died do not stay behind`() throws {
        store.files = Self.plain.merging([".app@a.json.tmp-1-2": #"{"AccessToken":{}}"#]) { $1 }
        let key = self.key
        func encrypt(at now: Int) throws {
            let encryption = CacheEncryption(store: store, clock: FakeClock(now), keys: [])
            _ = try encryption.encrypt { () throws(Failure) in
                key
            } orNew: { () throws(Failure) in
                key
            }
        }
        try encrypt(at: FakeClock.start + 60)
        #expect(store.files[".app@a.json.tmp-1-2"] != nil, "somebody may be writing it")
        try encrypt(at: FakeClock.start + 61)
        #expect(store.files[".app@a.json.tmp-1-2"] == nil)
    }
}

/// A store that takes so many writes and no more.
private final class BreakingStore: Store {
    private let inner: FakeStore
    private let limit: Int
    private let count = Remarks()

    init(_ inner: FakeStore, writes: Int) {
        self.inner = inner
        limit = writes
    }

    var directory: String { inner.directory }

    func read(_ name: String) throws(StoreError) -> [UInt8]? { try inner.read(name) }

    func write(_ bytes: [UInt8], to name: String) throws(StoreError) {
        guard count.lines.count < limit else { throw StoreError(.failed, "No space left on device") }
        count.add(name)
        try inner.write(bytes, to: name)
    }

    func names() throws(StoreError) -> [String] { try inner.names() }
    func listing() throws(StoreError) -> StoreListing? { try inner.listing() }
    func peek(_ name: String) throws(StoreError) -> [UInt8]? { try inner.peek(name) }
    func remove(_ name: String) throws(StoreError) { try inner.remove(name) }
    func rename(_ name: String, to newName: String) throws(StoreError) { try inner.rename(name, to: newName) }
    func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)? { try inner.tryLock(name) }
}
