import Foundation
import TestSupport
import Testing

/// Passwords of federated domains, with the real binary.
@Suite(.requires(.tool("curl")))
struct FederatedPasswordTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    private func signIn(
        _ user: String, password: String? = nil, _ options: [String] = []
    ) async throws -> ProcessRun {
        try await tokenctl.run(
            ["ropc"] + sandbox.personOptions() + options + ["--username", user, "--password", "stdin"],
            input: password ?? "\(user.prefix { $0 != "@" })-password")
    }

    @Test(arguments: [
        ("fred@fabrikam.example", "/adfs/services/trust/13/usernamemixed"),
        ("fred@tailspin.example", "/tailspin/adfs/services/trust/2005/usernamemixed"),
        ("fred@wingtip.example", "/wingtip/adfs/services/trust/13/usernamemixed"),
    ])
    func `a federated person signs in by the domain's server, and is found in the cache and refreshed`(
        user: String, endpoint: String
    ) async throws {
        let run = try await signIn(user, ["-o", "claims"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains(user))
        #expect(try await sandbox.requestCount(to: endpoint) == 1)
        #expect(try await sandbox.requestCount(to: "/token") == 1)

        // The password is not even read any more.
        let again = try await signIn(user, password: "", [])
        #expect(again.status == 0, "\(again.stderr)")
        #expect(try await sandbox.requestCount(to: "/token") == 1)

        let refreshed = try await tokenctl.run(["refresh"] + sandbox.personOptions() + ["--account", user])
        #expect(refreshed.status == 0, "\(refreshed.stderr)")
        #expect(refreshed.stdout != again.stdout)
        #expect(try await sandbox.requestCount(to: endpoint) == 1)
    }

    /// A row of the table: who, with which password, and what comes of it.
    struct Obstacle: Sendable, CustomTestStringConvertible {
        var user = "fred@fabrikam.example"
        var password: String?
        /// What the server does once, by the names of the sandbox's faults.
        var fault: String?
        let status: Int32
        let words: [String]

        var testDescription: String { "\(user) \(fault ?? password.map { "password \($0)" } ?? "")" }
    }

    @Test(arguments: [
        Obstacle(password: "not Fred's", status: 22, words: ["ID3242", "password"]),
        Obstacle(user: "nobody@fabrikam.example", status: 22, words: ["ID3242", "user"]),
        Obstacle(user: "fred@nowhere.example", status: 22, words: ["unknown_user_type", "fred@nowhere.example"]),
        Obstacle(user: "..", status: 64, words: ["'..' is no user name", "--username"]),
        Obstacle(user: "", status: 64, words: ["'' is no user name", "--username"]),
        Obstacle(user: "mfa@fabrikam.example", status: 20, words: ["AADSTS50076", "MFA"]),
        Obstacle(user: "noconsent@fabrikam.example", status: 20, words: ["AADSTS65001", "consent"]),
        Obstacle(password: "a\u{1}b", status: 65, words: ["control character"]),
        Obstacle(fault: "html", status: 76, words: ["parsing_wstrust_response_failed", "web pages"]),
        Obstacle(fault: "empty", status: 76, words: ["parsing_wstrust_response_failed"]),
        Obstacle(fault: "doctype", status: 76, words: ["parsing_wstrust_response_failed"]),
        Obstacle(fault: "two-assertions", status: 76, words: ["parsing_wstrust_response_failed"]),
        Obstacle(fault: "wrong-namespace", status: 76, words: ["parsing_wstrust_response_failed"]),
        Obstacle(fault: "encrypted-assertion", status: 76, words: ["parsing_wstrust_response_failed", "encrypted"]),
        Obstacle(fault: "503", status: 75, words: ["503"]),
    ])
    func `each obstacle has its status and its words, and the password is in none`(_ row: Obstacle) async throws {
        if let fault = row.fault {
            let run = try await ProcessRun.of(
                #require(Requirement.path(ofTool: "curl")),
                [
                    "-sS", "--fail", "-X", "POST",
                    "\(sandbox.announcement.base)/sandbox/faults?endpoint=wstrust&answer=\(fault)",
                ])
            try #require(run.status == 0, "\(run.stderr)")
        }
        let run = try await signIn(row.user, password: row.password)
        #expect(run.status == row.status, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        for word in row.words { #expect(run.stderr.contains(word), "\(run.stderr)") }
        #expect(run.stderr.contains("hint: "), "\(run.stderr)")
        #expect(!run.stderr.contains(row.password ?? "-password"), "\(run.stderr)")
        #expect(try tokenctl.cacheFiles().isEmpty)
    }

    @Test func `a trace shows the envelope without the password, and no assertion`() async throws {
        let password = "fred-password"
        let run = try await signIn("fred@fabrikam.example", ["--trace"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("UsernameToken"))
        #expect(!run.stderr.contains(password))
        #expect(!run.stderr.contains("<saml"))
        #expect(!run.stderr.contains("assertion=PD") && !run.stderr.contains("SignatureValue"))
    }
}
