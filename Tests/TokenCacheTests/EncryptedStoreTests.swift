import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct EncryptedStoreTests {
    private let inner = FakeStore()
    private let fetches = Remarks()
    private let key: ContentKey

    init() throws { key = try ContentKey.random() }

    private func store(_ key: ContentKey) -> EncryptedStore {
        let source = CacheKeySource { [fetches] () throws(Failure) in
            fetches.add("fetched")
            return key
        }
        return EncryptedStore(inner, source: source, clock: FakeClock())
    }

    private var withoutKey: EncryptedStore { EncryptedStore(inner, source: nil, clock: FakeClock()) }

    private var keyless: EncryptedStore {
        let source = CacheKeySource { [fetches] () throws(Failure) in
            fetches.add("fetched")
            throw Failure(.noInput, "the variable K is not set")
        }
        return EncryptedStore(inner, source: source, clock: FakeClock())
    }

    private static let text = Array(#"{"AccessToken":{}}"#.utf8)

    @Test func `what is written is sealed under its name, and read again`() throws {
        try store(key).write(Self.text, to: "a.json")
        let bytes = try #require(inner.files["a.json"])
        #expect(!bytes.contains("AccessToken"))
        #expect(try CompactJWE.open(Array(bytes.utf8), name: "a.json", with: key) == Self.text)
        #expect(try store(key).read("a.json") == Self.text)
    }

    @Test func `without a key plain files are read and written as they are`() throws {
        try withoutKey.write(Self.text, to: "a.json")
        #expect(try withoutKey.read("a.json") == Self.text)
        #expect(inner.files == ["a.json": #"{"AccessToken":{}}"#])
    }

    @Test func `looking reads one file once, and a plain one needs no key`() throws {
        inner.files["a.json"] = "{}"
        #expect(try keyless.read("a.json") == Array("{}".utf8))
        #expect(try keyless.read("b.json") == nil)
        #expect(inner.history == ["read a.json", "read b.json"])
        #expect(fetches.lines.isEmpty)
    }

    @Test func `the key is fetched once, also when it cannot be had`() throws {
        let store = store(key)
        try store.write(Self.text, to: "a.json")
        _ = try store.read("a.json")
        #expect(fetches.lines.count == 1)
        let keyless = keyless
        #expect(throws: StoreError(.sealed, "")) { try keyless.read("a.json") }
        #expect(throws: StoreError(.sealed, "")) { try keyless.read("a.json") }
        #expect(fetches.lines.count == 2)
    }

    @Test func `a file under another name does not open`() throws {
        try store(key).write(Self.text, to: "a.json")
        try inner.rename("a.json", to: "b.json")
        let error = #expect(throws: StoreError(.sealed, "")) { try store(key).read("b.json") }
        #expect(error?.message.contains("b.json' is of no use: it was encrypted under another name") == true)
    }

    /// Nothing at all changes: neither the file at hand, nor another, nor one that is not there yet.
    @Test(arguments: ["a.json", "b.json"])
    func `without the right key nothing is read or written`(name: String) throws {
        try store(key).write(Self.text, to: "a.json")
        let before = inner.files
        let wrong = store(try ContentKey.random())
        for other in [withoutKey, keyless, wrong] {
            let error = #expect(throws: StoreError(.sealed, "")) { try other.read("a.json") }
            #expect(error?.message.contains("TOKENCTL_CACHE_KEY") == true)
            let second = #expect(throws: StoreError(.sealed, "")) { try other.write(Self.text, to: name) }
            #expect(second?.message.contains("TOKENCTL_CACHE_KEY") == true)
        }
        #expect(inner.files == before)
    }

    @Test func `a wrong key is refused when all tokens are gone, too`() throws {
        try store(key).write(Self.text, to: "a.json")
        try store(key).remove("a.json")
        let wrong = store(try ContentKey.random())
        #expect(throws: StoreError(.sealed, "")) { try wrong.write(Self.text, to: "b.json") }
        try store(key).write(Self.text, to: "b.json")
    }

    @Test func `a plain file is sealed when it is next written`() throws {
        inner.files["a.json"] = #"{"AccessToken":{"x":{}}}"#
        let store = store(key)
        let content = try #require(try store.read("a.json"))
        try store.write(content, to: "a.json")
        #expect(inner.files["a.json"]?.contains("AccessToken") == false)
        #expect(try store.read("a.json") == content)
    }

    // A cache on top of it.

    private static let partition = Partition(fileName: "a.json")

    private func folder(_ store: EncryptedStore, _ warnings: Remarks) -> CacheFolder {
        CacheFolder(store: store, clock: FakeClock()) { warnings.add($0) }
    }

    @Test func `a sealed file is never taken for a damaged one, and is told of in one way`() throws {
        folder(store(key), Remarks()).update(Self.partition) { _ in }
        let before = inner.files
        for other in [withoutKey, keyless, store(try ContentKey.random())] {
            let warnings = Remarks()
            let folder = folder(other, warnings)
            #expect(folder.read(Self.partition) == nil)
            folder.update(Self.partition) { _ in }
            folder.update(Partition(fileName: "new.json")) { _ in }
            #expect(inner.files == before)
            #expect(!warnings.lines.isEmpty)
            #expect(Set(warnings.lines).count == 1, "\(warnings.lines)")
        }
    }

    @Test func `a changed byte leaves the file where it is`() throws {
        folder(store(key), Remarks()).update(Self.partition) { _ in }
        let sealed = try #require(inner.files["a.json"])
        inner.files["a.json"] = sealed.dropLast() + (sealed.hasSuffix("A") ? "Q" : "A")
        let before = inner.files
        let warnings = Remarks()
        #expect(folder(store(key), warnings).read(Self.partition) == nil)
        #expect(inner.files == before)
        #expect(warnings.lines.count == 1)
    }

    @Test func `without the mark the sealed files tell whether a key is theirs`() throws {
        try store(key).write(Self.text, to: "a.json")
        inner.files[EncryptionMark.fileName] = nil
        let other = try ContentKey.random()
        #expect(throws: StoreError(.sealed, "")) { try store(other).write(Self.text, to: "b.json") }
        #expect(inner.files.keys.sorted() == ["a.json"])
        try store(key).write(Self.text, to: "b.json")
        #expect(try store(key).read("b.json") == Self.text)
    }
}
