import FakeWorld
import Testing

@testable import TokenctlCLI

struct MSALCacheOptionTests {
    private static let path = "/app/cache.json"

    @Test func `the application's file is all that is used`() {
        let files = FakeFiles()
        let first = ToolRun(
            ["client-credentials", "--msal-cache", Self.path], environment: Contoso.environment,
            transport: ScriptedTransport(Contoso.answer()), files: files)
        #expect(first.stdout == "t0ken\n")
        let again = ToolRun(
            ["client-credentials", "--msal-cache", Self.path], environment: Contoso.environment, files: files)
        #expect(again.stdout == "t0ken\n")
        #expect(again.stderr.isEmpty)
        #expect(files.storeDirectories.isEmpty)
    }

    @Test func `no home is needed, and a damaged file is one warning`() {
        let files = FakeFiles()
        let file = FakeSharedFile(Self.path, "{")
        files.share(file)
        var environment = Contoso.environment
        environment["HOME"] = nil
        let run = ToolRun(
            ["client-credentials", "--msal-cache", Self.path], environment: environment,
            transport: ScriptedTransport(Contoso.answer()), files: files)
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.count == 1)
        #expect(file.content == "{")
    }

    @Test(arguments: [["--msal-cache", path, "--no-cache"], ["--msal-cache", ""]])
    func `without a file, or without a cache, it makes no sense`(options: [String]) {
        let run = ToolRun(["client-credentials"] + options, environment: Contoso.environment)
        #expect(run.status == .usage)
    }

    @Test func `get finds the person who signed in to the application`() throws {
        let files = FakeFiles()
        let account = #""home_account_id":"h.\#(Contoso.tenant)","environment":"login.windows.net""#
        let token = #""secret":"AT","client_id":"\#(Contoso.app)","target":"api/.default","realm":"\#(Contoso.tenant)""#
        let time = FakeClock.start
        files.share(
            FakeSharedFile(
                Self.path,
                #"""
                {"Account":{"a":{\#(account),"username":"ann@x","realm":"\#(Contoso.tenant)"}},"AccessToken":{"t":
                {"credential_type":"AccessToken",\#(account),\#(token),"cached_at":"\#(time)",
                "expires_on":"\#(time + 3600)"}}}
                """#))
        let run = ToolRun(["get", "--msal-cache", Self.path], environment: Contoso.environment, files: files)
        #expect(run.stdout == "AT\n")
    }

    static let providers: [[String]] = [
        ["--issuer", "https://idp.example"], ["--authority", "https://contoso.b2clogin.com/contoso/b2c_1_a"],
    ]

    /// Rows of MSAL's files name a host only: another realm's refresh token would be sent.
    @Test(arguments: providers)
    func `of providers that its rows do not tell apart, an application's file is not used`(options: [String]) {
        let files = FakeFiles()
        files.share(FakeSharedFile(Self.path, "{}"))
        let run = ToolRun(
            ["get", "--msal-cache", Self.path, "--client-id", "a", "--scope", "s"] + options,
            environment: ["HOME": "/home/u"], files: files)
        #expect(run.status == .usage)
        #expect(run.stderr[0].contains("--msal-cache"))
    }
}
