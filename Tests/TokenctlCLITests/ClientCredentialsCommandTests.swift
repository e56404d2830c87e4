import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenctlCLI

struct ClientCredentialsCommandTests {
    @Test func `a first run asks the provider, and prints the token and nothing else`() throws {
        let transport = ScriptedTransport(Contoso.answer())
        let files = FakeFiles()
        let run = ToolRun(
            ["client-credentials"], environment: Contoso.environment, transport: transport, files: files)
        #expect(run.status == .ok)
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.isEmpty)
        #expect(transport.isExhausted)
        #expect(transport.requests.first?.form["client_secret"] == "s3cret")
        #expect(transport.requests.first?.form["scope"] == "api/.default")
        #expect(files.storeDirectories == ["/home/u/.config/tokenctl/cache"])
        #expect(files.store.files.keys.sorted() == [Contoso.cacheFile])
        #expect(files.store.heldLocks.isEmpty)
    }

    @Test func `a second run needs neither the network, nor a lock, nor the credential`() {
        let files = FakeFiles()
        _ = ToolRun(
            ["client-credentials"], environment: Contoso.environment,
            transport: ScriptedTransport(Contoso.answer()), files: files)
        let before = files.store.history
        var environment = Contoso.environment
        environment["TOKENCTL_CLIENT_SECRET"] = nil
        let run = ToolRun(["client-credentials"], environment: environment, files: files)
        #expect(run.status == .ok)
        #expect(run.stdout == "t0ken\n")
        #expect(Array(files.store.history.dropFirst(before.count)) == ["read \(Contoso.cacheFile)"])
        let withBadSource = ToolRun(
            ["client-credentials", "--client-secret", "file:/not/there"], environment: environment, files: files)
        #expect(withBadSource.stdout == "t0ken\n")
    }

    @Test func `without a cache every run asks, and leaves nothing`() {
        let files = FakeFiles()
        for _ in 1...2 {
            let run = ToolRun(
                ["client-credentials", "--no-cache"], environment: Contoso.environment,
                transport: ScriptedTransport(Contoso.answer()), files: files)
            #expect(run.stdout == "t0ken\n")
        }
        #expect(files.storeDirectories.isEmpty)
        #expect(files.store.history.isEmpty)
    }

    @Test func `a refresh can be forced`() {
        let files = FakeFiles()
        for token in ["first", "second"] {
            let run = ToolRun(
                ["client-credentials", "--force-refresh"], environment: Contoso.environment,
                transport: ScriptedTransport(Contoso.answer(token)), files: files)
            #expect(run.stdout == "\(token)\n")
        }
    }

    @Test(arguments: [(3299, true), (3300, false)])
    func `a cached token is used until five minutes before its end`(elapsed: Int, isHit: Bool) {
        let files = FakeFiles()
        let clock = FakeClock()
        _ = ToolRun(
            ["client-credentials"], environment: Contoso.environment, transport: ScriptedTransport(Contoso.answer()),
            files: files, clock: clock)
        clock.now += elapsed
        let transport: any Transport = isHit ? Missing() : ScriptedTransport(Contoso.answer("new"))
        let run = ToolRun(
            ["client-credentials"], environment: Contoso.environment, transport: transport, files: files, clock: clock)
        #expect(run.stdout == (isHit ? "t0ken\n" : "new\n"))
    }

    @Test func `min-ttl asks for more`() {
        let files = FakeFiles()
        _ = ToolRun(
            ["client-credentials"], environment: Contoso.environment, transport: ScriptedTransport(Contoso.answer()),
            files: files)
        let hit = ToolRun(
            ["client-credentials", "--min-ttl", "3599"], environment: Contoso.environment, files: files)
        #expect(hit.stdout == "t0ken\n")
        let miss = ToolRun(
            ["client-credentials", "--min-ttl", "3600"], environment: Contoso.environment,
            transport: ScriptedTransport(Contoso.answer("new")), files: files)
        #expect(miss.stdout == "new\n")
    }

    @Test func `the source of the token is told in JSON and to those who ask for more`() throws {
        let files = FakeFiles()
        let first = ToolRun(
            ["client-credentials", "-o", "json"], environment: Contoso.environment,
            transport: ScriptedTransport(Contoso.answer()), files: files)
        #expect(try JSON(parsing: first.stdout)["source"]?.stringValue == "network")
        let second = ToolRun(
            ["client-credentials", "-o", "json", "-v"], environment: Contoso.environment, files: files)
        #expect(try JSON(parsing: second.stdout)["source"]?.stringValue == "cache")
        #expect(
            second.stderr == ["tokenctl: the token is from the cache and expires at 2026-09-21T15:13:19Z"])
    }

    @Test func `no home is a warning, and the token is printed`() {
        var environment = Contoso.environment
        environment["HOME"] = nil
        let run = ToolRun(
            ["client-credentials"], environment: environment, transport: ScriptedTransport(Contoso.answer()),
            files: Missing())
        #expect(run.status == .ok)
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.count == 1)
        #expect(run.stderr.first?.hasPrefix("tokenctl: warning: the token is not cached") == true)
    }

    @Test(arguments: [FakeStore.Operation.read, .write])
    func `a full or broken disk is one warning, and the token is printed`(operation: FakeStore.Operation) {
        let files = FakeFiles()
        files.store.fail(operation, with: StoreError(.failed, "cannot write in '/x': No space left on device"))
        let run = ToolRun(
            ["client-credentials"], environment: Contoso.environment,
            transport: ScriptedTransport(Contoso.answer()), files: files)
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.count == 1)
        let quiet = ToolRun(
            ["client-credentials", "-q"], environment: Contoso.environment,
            transport: ScriptedTransport(Contoso.answer()), files: files)
        #expect(quiet.stderr.isEmpty)
    }

    static let refusals: [(error: String, status: Int, exit: TokenctlCLI.ExitStatus, tries: Int)] = [
        (
            #"{"error":"invalid_client","error_codes":[7000215],"error_description":"AADSTS7000215: Wrong."}"#, 401,
            .badCredentials, 1
        ),
        (#"{"error":"access_denied","error_codes":[53003],"error_description":"AADSTS53003: No."}"#, 400, .denied, 1),
        (#"{"error":"invalid_scope"}"#, 400, .refused, 1), ("", 503, .tryAgain, 10), ("", 500, .unavailable, 10),
        ("<html>", 200, .protocolError, 1), (#"{"access_token":" ","expires_in":3599}"#, 200, .protocolError, 1),
        (#"{"error":"invalid_grant"}"#, 200, .refused, 1),
    ]

    @Test(arguments: refusals)
    func `what the provider says becomes an exit status, and nothing is cached`(
        error: String, status: Int, exit: TokenctlCLI.ExitStatus, tries: Int
    ) {
        let files = FakeFiles()
        let transport = ScriptedTransport(
            Array(repeating: .answer(Contoso.endpoint, error, status: status), count: tries))
        let run = ToolRun(
            ["client-credentials"], environment: Contoso.environment, transport: transport, files: files)
        #expect(run.status == exit)
        #expect(transport.isExhausted)
        #expect(files.store.files.isEmpty)
        #expect(files.store.heldLocks.isEmpty)
        #expect(!run.allText.contains("s3cret"))
    }

    static let usageErrors: [(arguments: [String], remove: String, word: String)] = [
        ([], "TOKENCTL_TENANT", "no tenant"), ([], "TOKENCTL_CLIENT_ID", "no client id"),
        ([], "TOKENCTL_SCOPE", "no scope"),
        ([], "TOKENCTL_CLIENT_SECRET", "no client credential"), (["--tenant", "common"], "", "common"),
        (["--client-id", ""], "", "no client id"), (["--output", "xml"], "", "xml"),
        (["--timeout", "0"], "", "--timeout"),
        (["--timeout", "x"], "", "--timeout"), (["--min-ttl", "-1"], "", "--min-ttl"),
        (["--lock-timeout", ""], "", "lock"),
        (["--cloud", "mars"], "", "mars"), (["--auth-method", "x"], "", "'x'"), (["--error-format", "x"], "", "'x'"),
        (["--config-dir", ""], "", "--config-dir"), (["--issuer", "https://i", "--tenant", "t"], "", "--issuer"),
        (["--cloud", "china", "--authority", "https://a"], "", "--cloud"), (["--nonsense"], "", "--nonsense"),
        (["--client-secret", "env:A", "--client-assertion", "env:B"], "", "exclude"),
        (["--certificate", "c.pem", "--assertion-alg", "HS256"], "", "HS256"), (["--tenant", ""], "", "tenant"),
    ]

    @Test(arguments: usageErrors)
    func `a wrong command line ends with 64 before anything is sent or read`(
        arguments: [String], remove: String, word: String
    ) {
        var environment = Contoso.environment
        environment[remove] = nil
        let run = ToolRun(["client-credentials"] + arguments, environment: environment)
        #expect(run.status == .usage)
        #expect(run.stderr.joined().contains(word), "\(run.stderr)")
    }

    @Test(
        arguments: [
            ["client-credentials", "--client-secret", "s3cret"],
            ["client-credentials", "--client-secret", "pass:a", "s3cret"],
            ["client-credentials", "--client-secret=s3cret"], ["client-credentials", "--no-cache=s3cret"],
            ["client-credentials", "--certificate", "c", "--certificate-password", "s3cret"],
            ["client-credentials", "--client-assertion", "s3cret"], ["decode", "--", "a", "s3cret"],
            ["decode", "a", "s3cret"], ["decode", "a", "b\ns3cret"],
            ["client-credentials", "--client-secrt", "s3cret"],
            ["client-credentials", "--client-secrt=s3cret"],
        ], ["text", "json"])
    func `a secret in the wrong place is not repeated`(arguments: [String], format: String) {
        let run = ToolRun(
            arguments,
            environment: [
                "TOKENCTL_ERROR_FORMAT": format, "TOKENCTL_TENANT": "t", "TOKENCTL_CLIENT_ID": "c",
                "TOKENCTL_SCOPE": "s",
            ])
        #expect(run.status == .usage)
        #expect(!run.allText.contains("s3cret"), "\(run.stderr)")
    }

    @Test func `standard output that cannot be written is an error of its own`() {
        let run = ToolRun(
            ["client-credentials"], environment: Contoso.environment, transport: ScriptedTransport(Contoso.answer()),
            terminal: RecordingTerminal(isFull: true))
        #expect(run.status == .io)
    }

    @Test func `a certificate signs a fresh assertion for each request`() throws {
        let key = try PrivateKey.generate(.p256)
        let certificate = try Certificate.selfSigned(
            for: key, commonName: "app", notBefore: FakeClock.start - 1, notAfter: FakeClock.start + 1)
        let files = FakeFiles(["/app.pem": try key.pem + certificate.pem])
        let transport = ScriptedTransport(Contoso.answer())
        let run = ToolRun(
            ["client-credentials", "--certificate", "/app.pem"], environment: Contoso.environment,
            transport: transport, files: files)
        #expect(run.stdout == "t0ken\n")
        let assertion = try #require(transport.requests.first?.form["client_assertion"])
        #expect(try CompactJWS(parsing: assertion).isSigned(by: key.publicKey))
        #expect(transport.requests.first?.form["client_secret"] == nil)
    }

    @Test func `a trace shows what goes over the wire without a secret`() {
        let run = ToolRun(
            ["client-credentials", "--trace"], environment: Contoso.environment,
            transport: ScriptedTransport(Contoso.answer()))
        #expect(run.stdout == "t0ken\n")
        let trace = run.stderr.joined(separator: "\n")
        #expect(trace.contains("> POST \(Contoso.endpoint)"))
        #expect(trace.contains("> scope=api/.default"))
        #expect(trace.contains("> client_secret=[6 bytes, fingerprint "))
        #expect(!trace.contains("s3cret"))
        #expect(!trace.contains("t0ken"))
    }
}
