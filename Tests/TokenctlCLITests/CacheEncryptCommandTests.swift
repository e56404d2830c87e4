import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct CacheEncryptCommandTests {
    private let store = FakeStore()
    private let vaults = FakeKeyVaults()

    private static let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
    private static let other = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    private static let environment = ["HOME": "/home/u", "K": key, "OTHER": other, "BAD": "correct horse", "EMPTY": ""]
    private static let plain = ["app@a.json": #"{"AccessToken":{}}"#, "accounts@a@b.json": #"{"Account":{}}"#]

    private func run(
        _ arguments: [String], variable: String? = nil, vaults: FakeKeyVaults? = nil,
        terminal: RecordingTerminal = RecordingTerminal()
    ) -> ToolRun {
        var environment = Self.environment
        environment["TOKENCTL_CACHE_KEY"] = variable
        return ToolRun(
            ["cache"] + arguments, environment: environment,
            files: FakeFiles(["/keys/raw": String(repeating: "k", count: 32)], store: store), terminal: terminal,
            keyVaults: vaults ?? self.vaults)
    }

    /// Whether all files are sealed with that key.
    private func areSealed(with key: String) throws -> Bool {
        let key = try #require(ContentKey(written: Array(key.utf8)))
        return Self.plain.allSatisfy { name, text in
            let opened = try? CompactJWE.open(Array((store.files[name] ?? "").utf8), name: name, with: key)
            return opened == Array(text.utf8)
        }
    }

    @Test(arguments: [("env:K", key), ("env:OTHER", other), ("file:/keys/raw", String(repeating: "k", count: 32))])
    func `the files are sealed with the key of a source, and opened again`(source: String, key: String) throws {
        store.files = Self.plain
        let sealing = run(["encrypt", "--key", source])
        #expect(sealing.status == .ok)
        #expect(sealing.allText.isEmpty)
        #expect(try areSealed(with: key))
        #expect(run(["decrypt", "--key", source]).status == .ok)
        #expect(store.files == Self.plain)
    }

    @Test(arguments: [["list"], ["show"], ["prune"], ["export"], ["list", "-o", "json"]])
    func `to whoever wants to see it, a cache that cannot be opened is not an empty one`(arguments: [String]) {
        store.files = Self.plain
        #expect(run(["encrypt", "--key", "env:K"]).status == .ok)
        let sealed = store.files
        for variable in [nil, "env:OTHER", "env:MISSING"] {
            let run = run(arguments, variable: variable)
            #expect(run.status == .noInput)
            #expect(run.stderr[0].contains("TOKENCTL_CACHE_KEY"))
            #expect(store.files == sealed)
        }
        #expect(run(arguments, variable: "env:K").status == .ok)
    }

    @Test func `the variable says where the key is when no option does`() throws {
        store.files = Self.plain
        #expect(run(["encrypt"], variable: "env:K").status == .ok)
        #expect(try areSealed(with: Self.key))
        #expect(run(["decrypt"], variable: "env:K").status == .ok)
        #expect(store.files == Self.plain)
    }

    @Test(arguments: KeyVault.allCases)
    func `in a vault a key is made, and found the next time`(vault: KeyVault) throws {
        store.files = Self.plain
        #expect(run(["encrypt", "--key", vault.rawValue]).status == .ok)
        let key = try #require(vaults.keys[vault])
        #expect(try areSealed(with: key))
        #expect(run(["encrypt", "--key", vault.rawValue]).status == .ok)
        #expect(vaults.keys == [vault: key])
        #expect(run(["decrypt"], variable: vault.rawValue).status == .ok)
        #expect(store.files == Self.plain)
    }

    @Test func `the key is changed when the variable names the old one`() throws {
        store.files = Self.plain
        #expect(run(["encrypt", "--key", "env:K"]).status == .ok)
        #expect(run(["encrypt", "--key", "keyring"], variable: "env:K").status == .ok)
        #expect(try areSealed(with: #require(vaults.keys[.keyring])))
    }

    @Test(arguments: [
        ["encrypt", "--key", "env:OTHER"], ["decrypt", "--key", "env:OTHER"], ["encrypt", "--key", "keyring"],
    ])
    func `with a wrong key nothing changes`(arguments: [String]) throws {
        store.files = Self.plain
        #expect(run(["encrypt", "--key", "env:K"]).status == .ok)
        let before = store.files
        let run = run(arguments)
        #expect(run.status == .badData)
        #expect(run.allText.contains("TOKENCTL_CACHE_KEY"))
        #expect(store.files == before)
        #expect(vaults.keys.isEmpty)
    }

    static let refusals: [(source: String?, status: TokenctlCLI.ExitStatus, says: String)] = [
        (nil, .usage, "--key"), (key, .usage, "--key takes a place"), ("Keyring", .usage, "keyring"),
        ("env:BAD", .badData, "openssl rand -base64 32"), ("env:EMPTY", .badData, "openssl rand -base64 32"),
        ("env:MISSING", .noInput, "MISSING"), ("file:/missing", .noInput, "/missing"),
        ("prompt", .interactionRequired, "terminal"),
    ]

    @Test(arguments: refusals)
    func `what is no key, or names no place of one, is refused`(
        source: String?, status: TokenctlCLI.ExitStatus, says: String
    ) throws {
        store.files = Self.plain
        for command in ["encrypt", "decrypt"] where source != nil || command == "encrypt" {
            if command == "decrypt" { #expect(run(["encrypt"], variable: "env:K").status == .ok) }
            let before = store.files
            let run = run([command] + (source.map { ["--key", $0] } ?? []))
            #expect(run.status == status, "\(run.allText)")
            #expect(run.allText.contains(says))
            #expect(!run.allText.contains(Self.key) && !run.allText.contains("horse"))
            #expect(store.files == before)
        }
    }

    @Test func `a vault that cannot be used is an error, and nothing changes`() {
        store.files = Self.plain
        let broken = FakeKeyVaults(trouble: Failure(.unavailable, "the kernel's keyring cannot be used"))
        #expect(run(["encrypt", "--key", "keyring"], vaults: broken).status == .unavailable)
        #expect(store.files == Self.plain)
    }

    static let settings: [(source: String, says: String)] = [
        ("keyring", "TOKENCTL_CACHE_KEY=keyring"), ("file:/keys/raw", "TOKENCTL_CACHE_KEY=file:/keys/raw"),
        ("pass:\(key)", "can be read each time"),
    ]

    @Test(arguments: settings)
    func `a person is told what to set, but no key`(source: String, says: String) {
        store.files = Self.plain
        let run = run(["encrypt", "--key", source], terminal: RecordingTerminal(isWatched: true, width: 200))
        #expect(run.status == .ok)
        #expect(run.allText.contains("encrypted 2 files"))
        #expect(run.allText.contains(says), "\(run.allText)")
        #expect(!run.allText.contains(Self.key))
    }

    // Flows with an encrypted cache.

    private func flow(_ variable: String?, _ transport: any Transport = Missing(), _ more: String...) -> ToolRun {
        var environment = Contoso.environment.merging(Self.environment) { $1 }
        environment["TOKENCTL_CACHE_KEY"] = variable
        return ToolRun(
            ["client-credentials"] + more, environment: environment, transport: transport,
            files: FakeFiles(store: store), keyVaults: vaults)
    }

    @Test func `a flow seals what it caches from the start, and finds it again`() {
        let first = flow("env:K", ScriptedTransport([Contoso.answer()]))
        #expect(first.stdout == "t0ken\n")
        #expect(first.stderr.isEmpty)
        #expect(store.files.keys.contains(Contoso.cacheFile))
        #expect(!store.files.values.contains { $0.contains("t0ken") })
        #expect(flow("env:K").stdout == "t0ken\n")
    }

    @Test(arguments: [nil, "env:OTHER", "env:BAD", "env:MISSING", "keyring", "prompt"])
    func `without the right key a flow asks the server, warns once and leaves the cache as it is`(variable: String?) {
        #expect(flow("env:K", ScriptedTransport([Contoso.answer()])).status == .ok)
        let before = store.files
        let run = flow(variable, ScriptedTransport([Contoso.answer("n3w")]))
        #expect(run.stdout == "n3w\n")
        #expect(run.stderr.count == 1, "\(run.stderr)")
        #expect(run.stderr.first?.contains("TOKENCTL_CACHE_KEY") == true)
        #expect(run.stderr.first?.contains("warning: the cache is not used") == true)
        #expect(store.files == before)
        #expect(vaults.keys.isEmpty)
    }

    @Test(arguments: ["env:MISSING", "keyring", "env:BAD"])
    func `a key that cannot be had keeps a new cache empty`(variable: String) {
        let run = flow(variable, ScriptedTransport([Contoso.answer()]))
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.count == 1, "\(run.stderr)")
        #expect(store.files.isEmpty)
    }

    @Test(arguments: [key, "Keyring", "env:", "pass"])
    func `a variable that names no place is a usage error that does not repeat it`(variable: String) {
        let run = flow(variable)
        #expect(run.status == .usage)
        #expect(run.stderr.first?.contains("TOKENCTL_CACHE_KEY") == true)
        #expect(!run.allText.contains(Self.key))
    }

    @Test func `without the cache its key does not matter`() {
        let run = flow("env:MISSING", ScriptedTransport([Contoso.answer()]), "--no-cache")
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.isEmpty)
    }

    @Test(arguments: [nil, "env:OTHER", "env:K"])
    func `accounts are listed with the key only`(variable: String?) {
        store.files = Self.plain
        #expect(run(["encrypt", "--key", "env:K"]).status == .ok)
        var environment = Self.environment
        environment["TOKENCTL_CACHE_KEY"] = variable
        let list = ToolRun(["accounts", "list"], environment: environment, files: FakeFiles(store: store))
        #expect(list.status == (variable == "env:K" ? .ok : .noInput), "\(list.stderr)")
    }
}
