import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct CacheListCommandTests {
    private let tokens: CachedTokens

    private static let host = "login.microsoftonline.com"

    init() throws { tokens = try CachedTokens() }

    @Test func `the table says what there is, whose it is, and how long it is good`() {
        tokens.clock.now += 2000
        let run = tokens.run("list")
        #expect(run.status == .ok)
        let rows = run.stdout.split(separator: "\n").map { line in
            line.split(separator: "  ").map { $0.trimmingPrefix { $0 == " " } }.filter { !$0.isEmpty }.map(String.init)
        }
        #expect(
            rows == [
                ["CLIENT", "PROVIDER", "TENANT", "ACCOUNT", "KIND", "SCOPES", "EXPIRES"],
                [Contoso.app, Self.host, Contoso.tenant, "-", "access token", "api://orders/Read", "in 26 min"],
                [
                    CachedTokens.desktop, Self.host, Contoso.tenant, "ann@contoso.com", "access token",
                    "api://orders/Read",
                    "expired 3 min ago",
                ],
                [
                    CachedTokens.desktop, Self.host, "-", "ann@contoso.com", "refresh token",
                    "api://orders/Read", "-",
                ],
                [CachedTokens.desktop, Self.host, Contoso.tenant, "ann@contoso.com", "id token", "-", "-"],
            ])
        #expect(run.stderr.isEmpty)
    }

    @Test func `JSON has all keys in every row`() throws {
        let run = tokens.run("list", "-o", "json")
        let rows = try #require(try JSON(parsing: run.stdout).arrayValue)
        #expect(rows.count == 4)
        #expect(
            rows.first
                == .object([
                    "client_id": .string(Contoso.app), "provider": .string("login.microsoftonline.com"),
                    "tenant_id": .string(Contoso.tenant), "username": .null, "home_account_id": .null,
                    "kind": .string("access_token"), "scope": .string("api://orders/Read"),
                    "cached_on": .integer(1_790_000_000), "expires_on": .integer(1_790_003_600),
                    "expires_at": .string("2026-09-21T15:13:20Z"), "refresh_on": .null, "expired": .bool(false),
                    "partition": .string("app"), "file": .string(Contoso.cacheFile),
                ]))
        let names = rows.map { $0.objectValue?.members.map(\.name.value) }
        #expect(Set(names).count == 1)
        #expect(rows.map { $0["kind"]?.stringValue } == ["access_token", "access_token", "refresh_token", "id_token"])
        #expect(rows[2]["expired"] == .null)
    }

    @Test(arguments: [["list"], ["list", "-o", "json"], ["show"]])
    func `no secret is shown`(arguments: [String]) {
        let run =
            arguments.count == 1 ? tokens.run(arguments[0]) : tokens.run("list", "-o", "json")
        #expect(run.stdout.contains(CachedTokens.desktop))
        #expect(!run.allText.contains("s3cret"))
    }

    static let filters: [(arguments: [String], count: Int)] = [
        (["--client-id", Contoso.app], 1), (["--client-id", CachedTokens.desktop], 3), (["--client-id", "none"], 0),
        (["--account", "ANN@contoso.com"], 3), (["--account", CachedTokens.home], 3), (["--account", "bob"], 0),
        (["--expired"], 1), (["--expired", "--client-id", Contoso.app], 0),
    ]

    @Test(arguments: filters)
    func `filters choose`(arguments: [String], count: Int) throws {
        tokens.clock.now += 1800
        let files = FakeFiles(store: tokens.cache)
        let run = ToolRun(
            ["cache", "list", "-o", "json"] + arguments, environment: ["HOME": "/home/u"], files: files,
            clock: tokens.clock)
        #expect(try JSON(parsing: run.stdout).arrayValue?.count == count, "\(run.stdout)")
    }

    @Test func `an empty cache is an empty table`() {
        tokens.cache.files = [:]
        let run = tokens.run("list")
        #expect(run.status == .ok)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.isEmpty)
        #expect(tokens.run("list", "-o", "json").stdout == "[]\n")
        let watched = tokens.run("list", terminal: RecordingTerminal(isWatched: true))
        #expect(watched.stdout.isEmpty)
        #expect(watched.stderr == ["tokenctl: note: there are no such tokens"])
    }

    @Test func `a damaged file is a warning, and the rest is shown`() {
        tokens.cache.files["x.json"] = "{"
        let run = tokens.run("list")
        #expect(run.status == .ok)
        #expect(run.stdout.split(separator: "\n").count == 5)
        #expect(run.stderr.count == 1)
        #expect(run.stderr.first?.contains("x.json") == true)
    }

    @Test(arguments: ["list", "show"])
    func `a folder that cannot be used is no empty one`(command: String) {
        tokens.cache.fail(.read, with: StoreError(.refused, "'/c' is a symbolic link"))
        let run = tokens.run(command)
        #expect(run.status == .noInput)
        #expect(run.stderr.first == "tokenctl: the cache cannot be read: '/c' is a symbolic link")
    }

    @Test func `an unknown format is told`() { #expect(tokens.run("list", "-o", "yaml").status == .usage) }
}
