import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct KeyFolderTests {
    private let store = FakeStore()
    private let warnings = Remarks()
    private let source: KeySource

    init() throws { source = KeySource(.issuer(try Issuer("https://idp.example/a"))) }

    private var folder: KeyFolder {
        let warnings = warnings
        return KeyFolder(store: store) { warnings.add($0) }
    }

    private static let keys = PublishedKeys(
        issuers: ["https://idp.example/a", "other"],
        document: .object(["keys": .array([.object(["kty": .string("EC"), "odd": .number("1.50")])])]),
        fetchedOn: 1000, refetchedOn: 1001)

    @Test func `what is kept is found again, by its own source only`() throws {
        #expect(folder.keys(of: source) == nil)
        folder.keep(Self.keys, of: source)
        #expect(folder.keys(of: source) == Self.keys)
        #expect(store.files.keys.first?.hasPrefix("idp.example@") == true)
        var never = Self.keys
        never.refetchedOn = nil
        folder.keep(never, of: source)
        #expect(folder.keys(of: source) == never)
        #expect(folder.keys(of: KeySource(.issuer(try Issuer("https://idp.example/A")))) == nil)
    }

    @Test func `each document of an authority is a source of its own`() throws {
        let provider = Provider.authority(try Authority("https://login.example.com/contoso.com", tenant: nil))
        let sources = [
            KeySource(provider), KeySource(provider, ConfiguredTokens(areVersion1: true)),
            KeySource(provider, ConfiguredTokens(appID: "a")), KeySource(provider, ConfiguredTokens(appID: "b")),
        ]
        sources.forEach { folder.keep(Self.keys, of: $0) }
        #expect(store.files.count == sources.count)
    }

    static let damaged = [
        "", "{", "[]", "{}", #"{"schema":2}"#,
        #"{"schema":1,"source":"https://evil.example","issuers":["i"],"fetched_on":1,"keys":{"keys":[]}}"#,
        #"{"schema":1,"source":"https://idp.example/a","issuers":[],"fetched_on":1,"keys":{"keys":[]}}"#,
        #"{"schema":1,"source":"https://idp.example/a","issuers":["i"],"fetched_on":"1","keys":{"keys":[]}}"#,
        #"{"schema":1,"source":"https://idp.example/a","issuers":["i"],"fetched_on":1,"keys":{"keys":7}}"#,
        #"{"schema":1,"source":"https://idp.example/a","issuers":["i"],"fetched_on":1}"#,
    ]

    @Test(arguments: damaged)
    func `what is damaged counts as not there, and is replaced`(content: String) throws {
        folder.keep(Self.keys, of: source)
        let name = try #require(store.files.keys.first)
        store.files = [name: content]
        #expect(folder.keys(of: source) == nil)
        folder.keep(Self.keys, of: source)
        #expect(folder.keys(of: source) == Self.keys)
        #expect(warnings.lines.isEmpty)
    }

    @Test func `a folder that cannot be used is a warning`() {
        store.fail(.read, with: StoreError(.refused, "it is a link"))
        store.fail(.write, with: StoreError(.failed, "disk full"))
        #expect(folder.keys(of: source) == nil)
        folder.keep(Self.keys, of: source)
        #expect(warnings.lines.count == 2)
    }
}
