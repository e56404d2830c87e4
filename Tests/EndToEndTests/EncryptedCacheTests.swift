import Foundation
import TestSupport
import Testing

/// The cache with its tokens encrypted, at the sandbox.
@Suite(.requires(.tool("curl")))
struct EncryptedCacheTests {
    private let tokenctl: Tokenctl
    private let sandbox: Sandbox

    /// base64url and hexadecimal, as people write keys.
    private static let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
    private static let otherKey = String(repeating: "5a", count: 32)

    init() async throws {
        tokenctl = try Tokenctl()
        sandbox = try await Sandbox()
    }

    private func environment(_ source: String?) -> [String: String] {
        var variables = ["K": Self.key, "OTHER": Self.otherKey, "S": sandbox.announcement.clientSecret]
        variables["TOKENCTL_CACHE_KEY"] = source
        return variables
    }

    private func run(_ arguments: [String], key source: String?, input: String = "") async throws -> ProcessRun {
        try await tokenctl.run(arguments, environment: environment(source), input: input)
    }

    private func appToken(key source: String?, _ more: String...) async throws -> ProcessRun {
        try await run(
            ["client-credentials"] + sandbox.options() + [
                "--scope", sandbox.announcement.scope, "--client-secret", "env:S",
            ] + more, key: source)
    }

    private func signIn(key source: String?) async throws -> ProcessRun {
        try await run(
            ["ropc"] + sandbox.personOptions() + ["--username", "alice@contoso.example", "--password", "stdin"],
            key: source, input: "alice-password")
    }

    private func get(key source: String?, _ more: String...) async throws -> ProcessRun {
        try await run(["get"] + sandbox.personOptions() + more, key: source)
    }

    /// The files of the cache by their names, those that are hidden too.
    private func cache() throws -> [String: Data] { try tokenctl.files().filter { $0.key.hasPrefix("cache/") } }

    /// Words that stand in every plain file of the cache, and the tokens.
    private func isPlain(_ content: Data, _ tokens: [String]) -> Bool {
        (tokens + ["AccessToken", "RefreshToken", "alice", "secret", "home_account_id"]).contains(
            where: content.contains)
    }

    @Test func `with a key from the start tokens are cached, found and refreshed, and never on disk in plain text`()
        async throws
    {
        let app = try await appToken(key: "env:K")
        #expect(app.status == 0 && app.stderr.isEmpty, "\(app.stderr)")
        let person = try await signIn(key: "env:K")
        #expect(person.status == 0, "\(person.stderr)")
        #expect(try await appToken(key: "env:K").stdout == app.stdout)
        #expect(try await get(key: "env:K").stdout == person.stdout)
        let refreshed = try await get(key: "env:K", "--force-refresh", "-o", "json")
        #expect(try TokenReport(refreshed).source == "refresh", "\(refreshed.stderr)")
        let list = try await run(["accounts", "list"], key: "env:K")
        #expect(list.stdout.contains("alice@contoso.example"))

        let tokens = [app.stdout, person.stdout, try TokenReport(refreshed).accessToken]
            .map { $0.trimmingCharacters(in: .newlines) }
        let files = try cache()
        #expect(files.count == 4, "an app's tokens, a person's, the accounts and the mark: \(files.keys)")
        #expect(!files.values.contains { isPlain($0, tokens) })
        for name in files.keys {
            let path = tokenctl.configuration.location(of: name)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test(.requires(.tool("strace")))
    func `while a key is set no plain token is written to any file`() async throws {
        let trace = tokenctl.configuration.location(of: "trace")
        for arguments in [
            ["client-credentials"] + sandbox.options() + [
                "--scope", sandbox.announcement.scope, "--client-secret", "env:S",
            ],
            ["ropc"] + sandbox.personOptions() + ["--username", "alice@contoso.example", "--password", "env:P"],
            ["get"] + sandbox.personOptions() + ["--force-refresh"],
        ] {
            let variables = tokenctl.variables.merging(environment("env:K")) { $1 }
                .merging(["P": "alice-password"]) { $1 }
            let run = try await ProcessRun.of(
                #require(Requirement.path(ofTool: "strace")),
                [
                    "-f", "-y", "-s", "1000000", "-e", "trace=write,pwrite64,writev", "-o", trace,
                    BuiltProduct.tokenctl,
                ] + arguments,
                environment: variables)
            try #require(run.status == 0, "\(run.stderr)")
            let token = run.stdout.trimmingCharacters(in: .newlines)
            let writes = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
                .filter { $0.contains("/cache/") }
            #expect(writes.contains { $0.contains("eyJhbGciOiJkaXIi") }, "nothing was sealed: \(writes)")
            #expect(!writes.contains { $0.contains(token) || $0.contains("AccessToken") || $0.contains("secret") })
        }
    }

    @Test(arguments: [nil, "env:OTHER", "env:MISSING"])
    func `without the right key the files stay as they are, get fails, and a flow asks with one warning`(
        source: String?
    ) async throws {
        let cached = try await appToken(key: "env:K")
        #expect(try await signIn(key: "env:K").status == 0)
        let before = try cache()

        let person = try await get(key: source)
        #expect(person.status == 20, "\(person.stderr)")
        #expect(person.stdout.isEmpty)
        #expect(person.stderr.matches(of: /warning: the cache is not used: .*TOKENCTL_CACHE_KEY/).count == 1)

        for more in [["--scope", sandbox.announcement.scope], ["--scope", "api://billing/.default"]] {
            let app = try await run(
                ["client-credentials"] + sandbox.options() + more + ["--client-secret", "env:S"], key: source)
            #expect(app.status == 0, "\(app.stderr)")
            #expect(!app.stdout.isEmpty && app.stdout != cached.stdout)
            #expect(app.stderr.split(separator: "\n").count == 1, "\(app.stderr)")
        }
        #expect(try await signIn(key: source).status == 0)
        #expect(try cache() == before)
    }

    @Test func `a plain cache is encrypted, its key changed, and decrypted again`() async throws {
        let app = try await appToken(key: nil)
        let person = try await signIn(key: nil)
        let plain = try cache()
        #expect(plain.values.allSatisfy { isPlain($0, []) })

        let sealing = try await run(["cache", "encrypt", "--key", "env:K"], key: nil)
        #expect(sealing.status == 0 && sealing.stdout.isEmpty && sealing.stderr.isEmpty, "\(sealing.stderr)")
        let sealed = try cache()
        #expect(!sealed.values.contains { isPlain($0, [app.stdout, person.stdout]) })
        #expect(try await appToken(key: "env:K").stdout == app.stdout)
        #expect(try await get(key: "env:K").stdout == person.stdout)
        #expect(try await run(["cache", "encrypt", "--key", "env:K"], key: nil).status == 0)
        #expect(try cache() == sealed)

        let wrong = try await run(["cache", "encrypt", "--key", "env:OTHER"], key: nil)
        #expect(wrong.status == 65, "\(wrong.stderr)")
        #expect(try await run(["cache", "decrypt", "--key", "env:OTHER"], key: nil).status == 65)
        #expect(try cache() == sealed)

        #expect(try await run(["cache", "encrypt", "--key", "env:OTHER"], key: "env:K").status == 0)
        #expect(try await appToken(key: "env:OTHER").stdout == app.stdout)
        #expect(try await run(["cache", "decrypt"], key: "env:OTHER").status == 0)
        #expect(try cache() == plain)
    }

    @Test(.requires(.tool("strace")))
    func `encrypting writes nothing in plain text, not even to a temporary file`() async throws {
        let token = try await appToken(key: nil).stdout.trimmingCharacters(in: .newlines)
        let trace = tokenctl.configuration.location(of: "trace")
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "strace")),
            [
                "-f", "-y", "-s", "1000000", "-e", "trace=write,pwrite64,writev", "-o", trace, BuiltProduct.tokenctl,
                "cache", "encrypt", "--key", "env:K",
            ],
            environment: tokenctl.variables.merging(environment(nil)) { $1 })
        try #require(run.status == 0, "\(run.stderr)")
        let writes = try String(contentsOfFile: trace, encoding: .utf8)
        #expect(writes.contains("eyJhbGciOiJkaXIi"))
        #expect(!writes.contains(token) && !writes.contains("AccessToken"))
    }

    @Test func `a file under another one's name is refused`() async throws {
        let first = try await appToken(key: "env:K").stdout
        let file = try #require(try tokenctl.cacheFiles().keys.first)
        let other = file.replacing(sandbox.announcement.clientID, with: "another-app")
        #expect(other != file)
        try FileManager.default.moveItem(
            atPath: tokenctl.configuration.location(of: file), toPath: tokenctl.configuration.location(of: other))
        let before = try cache()
        let flow = try await tokenctl.clientCredentials(
            [
                "--authority", sandbox.announcement.base, "--tenant", sandbox.announcement.tenant, "--client-id",
                "another-app", "--scope", sandbox.announcement.scope, "--client-secret", "pass:x",
            ], environment: environment("env:K"))
        #expect(flow.status != 0 && flow.stdout.isEmpty)
        #expect(flow.stderr.contains("under another name"), "\(flow.stderr)")
        #expect(!flow.stderr.contains(first))
        #expect(try cache() == before)
    }

    @Test(.requires(PythonJudge.requirement))
    func `joserfc opens what is sealed here, and what it seals is opened here`() async throws {
        let app = try await appToken(key: "env:K")
        for (path, content) in try cache() {
            let name = String(path.dropFirst("cache/".count))
            let opened = try await PythonJudge.run("jwe.py", ["open", Self.key, name], input: content)
            try #require(opened.status == 0, "\(opened.stderr)")
            let cache = try JSONSerialization.jsonObject(with: opened.outputBytes) as? [String: Any]
            #expect((cache?["AccessToken"] != nil) == name.hasSuffix(".json"))
            let sealed = try await PythonJudge.run("jwe.py", ["seal", Self.key, name], input: opened.outputBytes)
            try #require(sealed.status == 0, "\(sealed.stderr)")
            try tokenctl.configuration.write(sealed.outputBytes, to: path)
        }
        let again = try await appToken(key: "env:K", "-o", "json")
        #expect(try TokenReport(again).source == "cache", "\(again.stderr)")
        #expect(try TokenReport(again).accessToken + "\n" == app.stdout)
    }

    @Test(.requires(.tool("strace")))
    func `a hit without a key loads no library and looks for no mark`() async throws {
        let token = try await appToken(key: nil).stdout
        let trace = tokenctl.configuration.location(of: "trace")
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "strace")),
            [
                "-f", "-e", "trace=openat,open,socket,fcntl", "-o", trace, BuiltProduct.tokenctl, "client-credentials",
            ] + sandbox.options() + ["--scope", sandbox.announcement.scope, "--client-secret", "env:S"],
            environment: tokenctl.variables.merging(environment(nil)) { $1 })
        #expect(run.stdout == token)
        let calls = try String(contentsOfFile: trace, encoding: .utf8)
        #expect(calls.split(separator: "\n").filter { $0.contains(".json") }.count == 1, "\(calls)")
        for word in ["libcrypto", "libcurl", ".encrypted", "SETLK", "socket("] { #expect(!calls.contains(word)) }
    }

    /// With a `secret-tool` that keeps the key in a file; the arguments of all processes are watched.
    @Test func `with the desktop's keyring a key is made, used and nowhere to be seen`() async throws {
        let tools = try TemporaryFolder()
        try tools.write(
            Data(
                """
                #!/bin/sh
                case $1 in
                    store) cat > "\(tools.path)/kept" ;;
                    lookup) cat "\(tools.path)/kept" 2> /dev/null ;;
                esac
                """.utf8), to: "secret-tool")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: tools.location(of: "secret-tool"))
        var variables = environment(nil)
        variables["PATH"] = tools.path + ":" + (ProcessRun.bareEnvironment["PATH"] ?? "")
        let watch = CommandLineWatch()
        let sealing = try await tokenctl.run(["cache", "encrypt", "--key", "secret-service"], environment: variables)
        #expect(sealing.status == 0, "\(sealing.stderr)")
        variables["TOKENCTL_CACHE_KEY"] = "secret-service"
        let options =
            sandbox.options() + ["--scope", sandbox.announcement.scope, "--client-secret", "env:S"]
        let first = try await tokenctl.clientCredentials(options, environment: variables)
        #expect(first.status == 0 && first.stderr.isEmpty, "\(first.stderr)")
        let second = try await tokenctl.clientCredentials(options, environment: variables)
        #expect(second.stdout == first.stdout)
        let commandLines = watch.stop()
        let key = try String(contentsOfFile: tools.location(of: "kept"), encoding: .utf8)
        #expect(key.count == 43)
        #expect(!commandLines.contains { $0.contains(key) })
        #expect(!(first.stderr + second.stderr + sealing.stderr).contains(key))
        #expect(try !cache().values.contains { isPlain($0, [first.stdout]) })
    }
}
