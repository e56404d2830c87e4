import Foundation
import TestSupport
import Testing

/// What a cached token costs, call by call.
@Suite(.requires(SystemCall.requirement))
struct CacheHitTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    private var secret: [String: String] { ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret] }

    private func signIn(_ more: String...) async throws -> String {
        let run = try await tokenctl.run(
            ["ropc"] + sandbox.personOptions() + more + ["--username", "alice@contoso.example", "--password", "stdin"],
            input: "alice-password")
        try #require(run.status == 0, "\(run.stderr)")
        return run.stdout
    }

    /// Nothing but reading, and of the cache only these files, known by how their names begin.
    private func expectHit(_ arguments: [String], input: String = "", reading kinds: Set<String>) async throws {
        let (version, start) = try await tokenctl.trace(["--version"])
        try #require(version.status == 0)
        let (run, calls) = try await tokenctl.trace(arguments, input: input)
        expectToken(run)

        let forbidden = [
            "socket", "connect", "flock", "clone", "clone3", "mkdir", "rename", "renameat", "renameat2", "unlink",
            "unlinkat", "chmod", "fchmod", "fsync", "execve",
        ]
        #expect(calls.filter { forbidden.contains($0.name) && $0.number > ($0.name == "execve" ? 1 : 0) }.isEmpty)
        #expect(calls.filter { $0.text.contains("SETLK") }.isEmpty)
        let opened = calls.filter { $0.name.hasPrefix("open") }
        #expect(opened.allSatisfy { $0.text.contains("O_RDONLY") }, "\(opened)")
        let libraries = { (calls: [SystemCall]) in
            calls.filter { $0.name.hasPrefix("open") && $0.text.contains(".so") }.map(\.text).sorted()
        }
        #expect(libraries(calls) == libraries(start), "no library beside those that every start loads")
        let files = opened.compactMap { $0.text.firstMatch(of: /cache>?, "([a-z]+)@[^"]*\.json"/).map { String($0.1) } }
        #expect(Set(files) == kinds)
        #expect(files.filter { $0 != "accounts" }.count == 1, "\(files)")
    }

    @Test func `an app's token is in one file`() async throws {
        let arguments = ["client-credentials"] + sandbox.options() + ["--scope", sandbox.announcement.scope]
        try #require(try await tokenctl.run(arguments, environment: secret).status == 0)
        try await expectHit(arguments, reading: ["app"])
    }

    @Test(arguments: [["get"], ["get", "--account", "alice@contoso.example"], ["device-code"]])
    func `a person's token is in one file, found by an index`(command: [String]) async throws {
        _ = try await signIn()
        try await expectHit(command + sandbox.personOptions(), reading: ["accounts", "user"])
    }

    @Test(arguments: [[], ["--session-key", "job"]])
    func `a token on behalf of someone is in one file`(more: [String]) async throws {
        let assertion = try await signIn("--no-cache")
        let arguments =
            [
                "obo", "--authority", sandbox.announcement.base, "--client-id", "a2a2a2a2-0000-4000-8000-000000000001",
                "--scope", "api://billing/Billing.Read",
            ] + more
        try #require(try await tokenctl.run(arguments, environment: secret, input: assertion).status == 0)
        try await expectHit(arguments, input: assertion, reading: ["obo"])
    }
}
