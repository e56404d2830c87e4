import FakeWorld
import Testing
import World

@testable import TokenctlCLI

struct CacheImportCommandTests {
    private static let environment = ["HOME": "/home/u"]

    private static func file(_ secret: String = "APP", host: String = "login.microsoftonline.com") -> String {
        #"""
        {"AccessToken":{"k":{"credential_type":"AccessToken","secret":"\#(secret)","environment":"\#(host)",
        "client_id":"\#(Contoso.app)","target":"api/.default","realm":"\#(Contoso.tenant)",
        "cached_at":"\#(FakeClock.start)","expires_on":"\#(FakeClock.start + 3600)"},
        "pop":{"credential_type":"AccessToken","secret":"POP","environment":"\#(host)","key_id":"1",
        "client_id":"\#(Contoso.app)","target":"api/.default","realm":"\#(Contoso.tenant)",
        "expires_on":"\#(FakeClock.start + 3600)"}}}
        """#
    }

    private func hit(_ files: FakeFiles, _ options: String...) -> ToolRun {
        ToolRun(["client-credentials"] + options, environment: Contoso.environment, files: files)
    }

    @Test func `what a file has is used from then on`() {
        let files = FakeFiles(["/a.json": Self.file()])
        let run = ToolRun(["cache", "import", "/a.json"], environment: Self.environment, files: files)
        #expect(run.status == .ok)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.isEmpty, "nobody is there")
        #expect(files.storeDirectories == ["/home/u/.config/tokenctl/cache"])
        #expect(hit(files).stdout == "APP\n")
    }

    @Test func `standard input is a file, too, and what is left out is named`() {
        let files = FakeFiles(input: Self.file())
        let run = ToolRun(["cache", "import", "-", "-v"], environment: Self.environment, files: files)
        #expect(
            run.stderr == [
                "tokenctl: imported 1 rows; 0 are known, or older than what is known",
                "tokenctl: left out: AccessToken 'pop': it is bound to a key or to more than scopes",
            ])
        #expect(hit(files).stdout == "APP\n")
    }

    @Test func `a dry run prints what would be, and changes nothing`() {
        let files = FakeFiles(["/a.json": Self.file()])
        let run = ToolRun(["cache", "import", "--dry-run", "/a.json"], environment: Self.environment, files: files)
        #expect(run.stdout.hasPrefix("would import 1 rows; 0 are known"))
        #expect(files.store.files.isEmpty)
    }

    @Test func `of several files, one that is none changes nothing`() {
        let files = FakeFiles(["/a.json": Self.file(), "/b.json": "secret garbage"])
        let run = ToolRun(["cache", "import", "/a.json", "/b.json"], environment: Self.environment, files: files)
        #expect(run.status == .badData)
        #expect(run.stderr[0].contains("'/b.json' is no cache of an MSAL library"))
        #expect(!run.allText.contains("secret"))
        #expect(files.store.files.isEmpty)
    }

    @Test func `a missing file, and no file at all`() {
        #expect(ToolRun(["cache", "import", "/none"], environment: Self.environment).status == .noInput)
        #expect(ToolRun(["cache", "import"], environment: Self.environment).status == .usage)
    }

    @Test func `rows of a host with a port are found where the authority is named`() {
        let files = FakeFiles(["/a.json": Self.file(host: "localhost")])
        _ = ToolRun(
            ["cache", "import", "/a.json", "--authority", "https://localhost:8443"], environment: Self.environment,
            files: files)
        #expect(hit(files, "--authority", "https://localhost:8443").stdout == "APP\n")
    }

    @Test func `what cannot be written fails`() {
        let files = FakeFiles(["/a.json": Self.file()])
        files.store.fail(.write, with: StoreError(.failed, "disk full"))
        let run = ToolRun(["cache", "import", "/a.json"], environment: Self.environment, files: files)
        #expect(run.status == .io)
        #expect(run.stderr[0].contains("disk full"))
    }

    @Test func `export prints one file, and warns whoever is watching`() {
        let files = FakeFiles(["/a.json": Self.file()])
        _ = ToolRun(["cache", "import", "/a.json"], environment: Self.environment, files: files)
        let run = ToolRun(["cache", "export"], environment: Self.environment, files: files)
        #expect(run.stdout.hasPrefix(#"{"AccessToken":{"-login.microsoftonline.com-accesstoken-"#))
        #expect(run.stderr.isEmpty)
        let terminal = RecordingTerminal(isWatched: true)
        let watched = ToolRun(["cache", "export"], environment: Self.environment, files: files, terminal: terminal)
        #expect(watched.stdout == run.stdout)
        #expect(watched.stderr.joined(separator: " ").contains("1 tokens, unencrypted"))
    }
}
