import Foundation
import TestSupport
import Testing

/// Flows that would need a person, where there is none: no terminal, nothing to read, or CI.
@Suite(.requires(.tool("setsid", package: "util-linux")))
struct NobodyThereTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox("--device-interval", "1")
        tokenctl = try Tokenctl()
    }

    /// Runs it in a session without a terminal, and with standard input closed.
    ///
    /// Whoever waited for a person would be killed by the time limit, and have another status.
    private func run(
        _ command: String, _ more: [String] = [], environment: [String: String] = [:]
    ) async throws -> ProcessRun {
        let arguments = [BuiltProduct.tokenctl, command] + sandbox.personOptions() + more
        return try await ProcessRun.of(
            "/bin/sh", ["-c", #"exec setsid -w "$@" <&-"#, "sh"] + arguments,
            environment: tokenctl.variables.merging(environment) { $1 }, timeLimit: 20)
    }

    private static let browser = ["BROWSER": Sandbox.browser()]
    private static let ropc = ["--username", "alice@contoso.example"]

    @Test(arguments: [
        ("auth-code", [], [:]), ("auth-code", ["--paste"], [:]), ("auth-code", ["--non-interactive"], browser),
        ("auth-code", [], browser.merging(["CI": "true"]) { $1 }),
        ("auth-code", ["--paste"], ["CI": "true"]),
        ("device-code", ["--non-interactive"], [:]), ("device-code", [], ["CI": "true"]),
        ("device-code", [], ["TOKENCTL_NON_INTERACTIVE": "1"]), ("ropc", ropc, [:]), ("ropc", ropc, ["CI": "1"]),
        ("get", [], [:]), ("refresh", [], [:]),
    ])
    func `it fails at once, and says how to sign in`(
        command: String, options: [String], environment: [String: String]
    ) async throws {
        let run = try await run(command, options, environment: environment)
        #expect(run.status == 20, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("hint: "), "\(run.stderr)")
        #expect(try await sandbox.requestCount(to: "/token") == 0)
        #expect(try await sandbox.requestCount(to: "/devicecode") == 0)
    }

    @Test func `a browser, or a variable that outweighs CI, is a person`() async throws {
        let environment = Self.browser.merging(["CI": "true", "TOKENCTL_NON_INTERACTIVE": "0"]) { $1 }
        let run = try await run("auth-code", [], environment: environment)
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test func `a closed standard output is an error, and gets nothing of ours`() async throws {
        try await tokenctl.signIn(at: sandbox)
        let run = try await ProcessRun.of(
            "/bin/sh", ["-c", #"exec "$@" >&-"#, "sh", BuiltProduct.tokenctl, "get"] + sandbox.personOptions(),
            environment: tokenctl.variables, timeLimit: 20)
        #expect(run.status == 74, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
    }
}
