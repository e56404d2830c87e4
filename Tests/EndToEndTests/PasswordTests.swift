import Foundation
import TestSupport
import Testing

/// What can be wrong with a password, and what tokenctl says to it.
struct PasswordTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    private func signIn(_ user: String, password: String? = nil, _ options: [String] = []) async throws -> ProcessRun {
        try await tokenctl.run(
            ["ropc"] + sandbox.personOptions() + options + [
                "--username", "\(user)@contoso.example", "--password", "stdin",
            ], input: password ?? "\(user)-password")
    }

    /// A row of the table: who, with which options, and what comes of it.
    struct Obstacle: Sendable, CustomTestStringConvertible {
        var user = "alice"
        var password: String?
        var options: [String] = []
        let code: Int
        let status: Int32
        /// Words of the hint.
        let hint: String

        var testDescription: String { "AADSTS\(code)" }
    }

    private static let daemon = ["--client-id", "a1a1a1a1-0000-4000-8000-000000000001"]

    @Test(arguments: [
        Obstacle(user: "noconsent", code: 65001, status: 20, hint: "consent"),
        Obstacle(options: ["--scope", Sandbox.writeScope], code: 65001, status: 20, hint: "consent"),
        Obstacle(user: "mfa", code: 50076, status: 20, hint: "MFA"),
        Obstacle(password: "wrong", code: 50126, status: 22, hint: "password"),
        Obstacle(user: "nobody", code: 50034, status: 22, hint: "user name"),
        Obstacle(options: ["--tenant", "common"], code: 90010, status: 64, hint: "--tenant organizations"),
        Obstacle(
            options: ["--client-id", "a1a1a1a1-0000-4000-8000-00000000ffff"], code: 700_016, status: 22,
            hint: "--client-id"),
        Obstacle(options: daemon, code: 7_000_218, status: 22, hint: "--client-secret"),
        Obstacle(options: daemon + ["--client-secret", "pass:no"], code: 7_000_215, status: 22, hint: "secret"),
        Obstacle(user: "expired", code: 50055, status: 22, hint: "expired"),
        Obstacle(user: "locked", code: 50053, status: 22, hint: "locked"),
        Obstacle(user: "disabled", code: 50057, status: 22, hint: "disabled"),
    ])
    func `each obstacle has its status, its number and a hint`(_ row: Obstacle) async throws {
        let run = try await signIn(row.user, password: row.password, row.options)
        #expect(run.status == row.status, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("AADSTS\(row.code)"), "\(run.stderr)")
        let hint = run.stderr.split(separator: "\n").first { $0.hasPrefix("hint: ") }
        #expect(hint?.contains(row.hint) == true, "\(run.stderr)")
        #expect(try tokenctl.cacheFiles().isEmpty)
        #expect(!run.stderr.contains(row.password ?? "\(row.user)-password"), "the password is shown")
    }

    @Test func `the error as JSON says the same`() async throws {
        let run = try await signIn("mfa", ["--error-format", "json"])
        struct Report: Decodable {
            let kind: String
            let error: String
            let suberror: String
            let code: Int
            let exit: Int32
        }
        let report = try JSONDecoder().decode(Report.self, from: run.errorBytes)
        #expect(run.status == report.exit)
        #expect(report.kind == "interaction_required")
        #expect(report.error == "invalid_grant")
        #expect(report.suberror == "basic_action")
        #expect(report.code == 50076)
    }

    @Test func `the result says who signed in`() async throws {
        let run = try await signIn("alice", ["-o", "json"])
        #expect(run.status == 0, "\(run.stderr)")
        let report = try TokenReport(run)
        let id = "d1d1d1d1-0000-4000-8000-000000000001.\(sandbox.announcement.tenant)"
        #expect(report.account == .init(username: "alice@contoso.example", homeAccountID: id))
        #expect(report.idToken != nil)
        #expect(report.scope == Sandbox.readScope)
        #expect(report.expiresOn > Int(Date.now.timeIntervalSince1970) + 3000)
    }
}
