import FakeWorld
import OAuth
import TokenCache
import Testing
import World

@testable import TokenctlCLI

/// One person who has signed in at several providers.
struct AccountsCommandTests {
    private static let urls = [
        "https://contoso.b2clogin.com/\(Contoso.tenant)/b2c_1_a",
        "https://contoso.b2clogin.com/\(Contoso.tenant)/b2c_1_b", "https://fs.contoso.com/adfs",
    ]
    private static let places = [
        "contoso.b2clogin.com/b2c_1_a", "contoso.b2clogin.com/b2c_1_b", "fs.contoso.com/adfs",
    ]

    private let store = FakeStore(directory: "/home/u/.config/tokenctl/cache")
    private let clock = FakeClock()

    init() throws {
        for url in Self.urls {
            let account = Account(
                homeAccountID: "ann.t", localAccountID: "ann", username: "ann@contoso.com", realm: Contoso.tenant)
            let token = AcquiredToken(
                accessToken: "at", tokenType: "Bearer", obtainedOn: clock.now, expiresOn: clock.now + 3600,
                extendedExpiresOn: clock.now + 3600, refreshOn: nil, scopes: Scopes("a"), realm: Contoso.tenant,
                account: account, refreshToken: "rt", source: .network)
            TokenCache(store: store, clock: clock) { Issue.record("\($0)") }.save(
                token,
                for: TokenRequest(
                    provider: .authority(try Authority(url, tenant: nil)), clientID: Contoso.app, scopes: Scopes("a"),
                    subject: .user(nil)))
        }
    }

    private func run(_ arguments: String..., terminal: RecordingTerminal = RecordingTerminal()) -> ToolRun {
        ToolRun(
            arguments, environment: ["HOME": "/home/u"], files: FakeFiles(store: store), clock: clock,
            terminal: terminal)
    }

    /// The last column of a table, or another counted from its end.
    private func column(_ table: String, fromEnd index: Int = 0) -> [String] {
        table.split(separator: "\n").dropFirst().map { line in
            String(line.split(separator: " ").reversed()[index])
        }
    }

    @Test func `the lists tell the providers on one host apart`() {
        #expect(column(run("accounts", "list").stdout) == Self.places)
        let table = run("cache", "list").stdout
        for place in Self.places { #expect(table.split(separator: "\n").count { $0.contains(" \(place) ") } == 2) }
    }

    @Test func `without more, an account is removed at all providers, and each is told`() {
        let removal = run("accounts", "remove", "ANN@contoso.com", terminal: RecordingTerminal(isWatched: true))
        #expect(removal.status == .ok)
        let told = removal.stderr.joined(separator: " ")
        for place in Self.places {
            #expect(told.contains("removed ann@contoso.com of the app \(Contoso.app) at \(place)"))
        }
        #expect(store.files.isEmpty)
    }

    @Test func `one provider's account is removed alone`() {
        #expect(run("accounts", "remove", "ann@contoso.com", "--provider", Self.places[1]).status == .ok)
        #expect(column(run("accounts", "list").stdout) == [Self.places[0], Self.places[2]])
        #expect(run("accounts", "remove", "ann@contoso.com", "--provider", "contoso.b2clogin.com").status == .noInput)
        #expect(run("accounts", "remove", "--all", "--provider", "FS.contoso.com/ADFS").status == .ok)
        #expect(column(run("accounts", "list").stdout) == [Self.places[0]])
    }

    @Test(arguments: [["--provider", "nowhere"], ["--client-id", "nothing"]])
    func `who would sign out nobody is told`(filter: [String]) {
        let removal = ToolRun(
            ["accounts", "remove", "--all"] + filter, environment: ["HOME": "/home/u"], files: FakeFiles(store: store),
            clock: clock)
        #expect(removal.status == .noInput)
        #expect(column(run("accounts", "list").stdout) == Self.places)
    }
}
