import Foundation
import TestSupport
import Testing

/// What becomes of refresh tokens, at the sandbox.
@Suite(.requires(.tool("curl")))
struct RefreshTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func get(
        _ sandbox: Sandbox, scope: String = Sandbox.readScope, _ more: String...
    ) async throws -> ProcessRun {
        try await tokenctl.run(["get"] + sandbox.personOptions(scope: scope) + more)
    }

    @Test func `a refresh token that works once is replaced by the next, each time`() async throws {
        let sandbox = try await Sandbox("--rotate-refresh-tokens")
        try await tokenctl.signIn(at: sandbox)
        var tokens = Set(try tokenctl.refreshTokens())
        for _ in 1...3 {
            let run = try await tokenctl.run(["refresh"] + sandbox.personOptions() + ["-o", "json"])
            #expect(run.status == 0, "\(run.stderr)")
            #expect(try TokenReport(run).source == "refresh")
            let now = try tokenctl.refreshTokens()
            #expect(now.count == 1)
            tokens.formUnion(now)
        }
        #expect(tokens.count == 4)
    }

    @Test func `an expired refresh token is dropped, and not tried again`() async throws {
        let sandbox = try await Sandbox("--refresh-token-lifetime", "1", "--token-lifetime", "60")
        try await tokenctl.signIn(at: sandbox)
        try await Task.sleep(for: .seconds(2))
        let run = try await get(sandbox)
        #expect(run.status == 20, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("AADSTS700082"), "\(run.stderr)")
        #expect(run.stderr.contains("hint: "), "\(run.stderr)")
        #expect(try tokenctl.refreshTokens().isEmpty)
        let requests = try await sandbox.tokenRequestCount()
        #expect(try await get(sandbox).status == 20)
        #expect(try await sandbox.tokenRequestCount() == requests)
    }

    @Test func `a revoked refresh token is dropped, and the token that is still good serves on`() async throws {
        let sandbox = try await Sandbox()
        let token = try await tokenctl.signIn(at: sandbox).stdout
        try await sandbox.decree("revoke-sessions", for: "alice")
        let run = try await get(sandbox, "--force-refresh")
        #expect(run.status == 20, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("AADSTS50173"), "\(run.stderr)")
        #expect(try tokenctl.refreshTokens().isEmpty)
        #expect(try await get(sandbox).stdout == token)
    }

    @Test func `more scopes need consent, and the refresh token is kept for when that is given`() async throws {
        let sandbox = try await Sandbox()
        try await tokenctl.signIn(at: sandbox)
        let before = try tokenctl.refreshTokens()
        let refused = try await get(sandbox, scope: Sandbox.writeScope)
        #expect(refused.status == 20, "\(refused.stderr)")
        #expect(refused.stdout.isEmpty)
        #expect(refused.stderr.contains("AADSTS65001"), "\(refused.stderr)")
        #expect(refused.stderr.contains("hint: "), "\(refused.stderr)")
        #expect(try tokenctl.refreshTokens() == before)
        #expect(before.count == 1)

        let consent = try await tokenctl.run(
            ["auth-code"] + sandbox.personOptions(scope: Sandbox.writeScope),
            environment: ["BROWSER": Sandbox.browser()])
        #expect(consent.status == 0, "\(consent.stderr)")
        let granted = try await get(sandbox, scope: Sandbox.writeScope, "--force-refresh", "-o", "json")
        #expect(granted.status == 0, "\(granted.stderr)")
        #expect(try TokenReport(granted).scope.contains(Sandbox.writeScope))
        #expect(try tokenctl.refreshTokens().count == 1)
    }

    @Test func `MFA that is wanted later keeps the refresh token, and hands on the claims`() async throws {
        let sandbox = try await Sandbox()
        try await tokenctl.signIn(at: sandbox)
        try await sandbox.decree("require-mfa", for: "alice")
        let run = try await get(sandbox, "--force-refresh", "--error-format", "json")
        struct Report: Decodable {
            let code: Int
            let claims: String
        }
        let report = try JSONDecoder().decode(Report.self, from: run.errorBytes)
        #expect(run.status == 20)
        #expect(report.code == 50076)
        #expect(report.claims.contains("capolids"))
        #expect(try tokenctl.refreshTokens().count == 1)
    }

    /// Makes the cached token one that should be refreshed by now, though it is still good.
    private func age(in tokenctl: Tokenctl) throws {
        for (path, content) in try tokenctl.cacheFiles() {
            var cache = try #require(try JSONSerialization.jsonObject(with: content) as? [String: [String: Any]])
            for (key, row) in cache["AccessToken"] ?? [:] {
                var row = try #require(row as? [String: Any])
                #expect(row["refresh_on"] != nil, "the sandbox sent no refresh_in")
                row["refresh_on"] = "1"
                cache["AccessToken"]?[key] = row
            }
            try tokenctl.configuration.write(JSONSerialization.data(withJSONObject: cache), to: path)
        }
    }

    @Test func `a token is refreshed early, and still serves when that fails`() async throws {
        let sandbox = try await Sandbox("--token-lifetime", "20000")
        let token = try await tokenctl.signIn(at: sandbox).stdout
        #expect(try await get(sandbox).stdout == token)
        try age(in: tokenctl)
        let refreshed = try await get(sandbox, "-o", "json")
        #expect(try TokenReport(refreshed).source == "refresh", "\(refreshed.stdout)")
        let second = try TokenReport(refreshed).accessToken + "\n"
        #expect(second != token)
        try age(in: tokenctl)
        sandbox.server.stop()
        let cached = try await get(sandbox)
        #expect(cached.status == 0, "\(cached.stderr)")
        #expect(cached.stdout == second)
    }

    @Test func `several accounts are told apart, and one of them has to be named`() async throws {
        let sandbox = try await Sandbox()
        let alice = try await tokenctl.signIn("alice", at: sandbox).stdout
        let bob = try await tokenctl.signIn("bob", at: sandbox).stdout
        #expect(alice != bob)
        let run = try await get(sandbox)
        #expect(run.status == 64, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        for name in ["alice@contoso.example", "bob@contoso.example", "--account"] {
            #expect(run.stderr.contains(name), "\(run.stderr)")
        }
        #expect(try await get(sandbox, "--account", "alice@contoso.example").stdout == alice)
        #expect(try await get(sandbox, "--account", "BOB@contoso.example").stdout == bob)
        #expect(try await get(sandbox, "--account", "carol@contoso.example").status == 20)
        #expect(try await tokenctl.run(["accounts", "remove", "bob@contoso.example"]).status == 0)
        #expect(try await get(sandbox).stdout == alice)
    }
}
