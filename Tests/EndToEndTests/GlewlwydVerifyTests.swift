import Foundation
import TestSupport
import Testing

/// Tokens of an OpenID provider that is not of this project, judged by the keys that it publishes.
@Suite(.requires(Glewlwyd.requirement))
struct GlewlwydVerifyTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func appToken(_ glewlwyd: Glewlwyd) async throws -> String {
        let run = try await tokenctl.clientCredentials(
            glewlwyd.options + [
                "--client-id", "svc-basic", "--client-secret", "pass:basic-secret", "--scope", "api.read", "--no-cache",
            ])
        try #require(run.status == 0, "\(run.stderr)")
        return run.stdout
    }

    private func signIn(_ glewlwyd: Glewlwyd) async throws -> TokenReport {
        let run = try await tokenctl.run(
            ["ropc"] + glewlwyd.options + [
                "--client-id", "person-secret", "--client-secret", "pass:person-secret", "--scope", "openid api.read",
                "--username", "alice", "--password", "stdin", "-o", "json", "--no-cache",
            ], input: "alice-password")
        try #require(run.status == 0, "\(run.stderr)")
        return try TokenReport(run)
    }

    /// With one letter of each part changed, in the middle.
    private func changed(_ token: String) -> [String] {
        let parts = token.split(separator: ".").map(Array.init)
        return parts.indices.map { index in
            var parts = parts
            let middle = parts[index].count / 2
            parts[index][middle] = parts[index][middle] == "A" ? "B" : "A"
            return parts.map { String($0) }.joined(separator: ".")
        }
    }

    /// Judges a token of each kind.
    private func judge(_ glewlwyd: Glewlwyd, alg: String) async throws {
        let app = try await appToken(glewlwyd).trimmingCharacters(in: .newlines)
        let person = try await signIn(glewlwyd)
        let idToken = try #require(person.idToken)
        for (token, rules) in [
            (app, ["--audience", "api.read", "--app-token", "--require", "scope=api.read"]),
            (person.accessToken, ["--any-audience", "--user-token", "--require", "scope=api.read"]),
            (idToken, ["--audience", "person-secret", "--access-token", "pass:\(person.accessToken)"]),
        ] {
            let good = try await tokenctl.verify(glewlwyd.options + rules, token)
            #expect(good.status == 0, "\(good.stderr)")
            // A changed kid asks for new keys: in a run of its own, lest that be the one time in five minutes.
            let run = try await tokenctl.verify(
                glewlwyd.options + rules + ["-o", "json", "--no-cache"],
                ([token] + changed(token)).joined(separator: "\n"))
            let reports = try VerificationReport.all(in: run)
            #expect(reports.map(\.verified) == [true, false, false, false])
            #expect(reports.first?.alg == alg)
        }
        let other = try await tokenctl.verify(
            glewlwyd.options + ["--audience", "person-secret", "--access-token", "pass:\(app)"], idToken)
        #expect(other.status == 30, "\(other.stderr)")
        #expect(other.stderr.contains(": at_hash: "), "\(other.stderr)")
    }

    @Test func `tokens are good, not so with a letter changed, and the next key is found when it comes`() async throws {
        let first = try await Glewlwyd()
        let port = try #require(first.announcement.issuer.firstMatch(of: /:(\d+)\//)?.1)
        try await judge(first, alg: "RS256")
        let old = try await appToken(first)
        first.server.stop()
        let options = first.options + ["--any-audience", "-o", "json"]
        #expect(try await tokenctl.verify(options, old).status == 0, "kept keys need no provider")
        let second = try await Glewlwyd(tls: false, "--port", String(port), "--sign", "ES256")
        #expect(second.announcement.issuer == first.announcement.issuer)
        #expect(try await tokenctl.verify(options, old).status == 0, "nobody knows yet that the key is gone")
        try await judge(second, alg: "ES256")
        let run = try await tokenctl.verify(options, try await appToken(second) + old)
        let reports = try VerificationReport.all(in: run)
        #expect(reports.map(\.verified) == [true, false])
        #expect(reports.map(\.alg) == ["ES256", "RS256"])
        #expect(reports.last?.failures.map(\.check) == ["kid"])
    }
}
