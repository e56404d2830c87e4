import Foundation
import TestSupport
import Testing

/// Entra, AD FS and policies of B2C on one host, with the real binary: nobody's tokens go to another of them.
@Suite(.requires(.tool("curl")))
struct SharedHostTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    private func options(_ path: String) -> [String] {
        [
            "--authority", "\(sandbox.announcement.base)/\(path)", "--client-id", sandbox.announcement.publicClientID,
            "--scope", Sandbox.readScope,
        ]
    }

    private func signIn(_ user: String, _ path: String) async throws -> String {
        let name = user.prefix { $0 != "@" }
        let run = try await tokenctl.run(
            ["ropc"] + options(path) + ["--username", user, "--password", "stdin"], input: "\(name)-password")
        #expect(run.status == 0, "\(run.stderr)")
        return run.stdout
    }

    private func get(_ path: String, by tokenctl: Tokenctl? = nil) async throws -> ProcessRun {
        try await (tokenctl ?? self.tokenctl).run(["get"] + options(path))
    }

    @Test func `a refresh token of Entra's is not sent to AD FS, nor the other way`() async throws {
        let tenant = sandbox.announcement.tenant
        for (here, user, there) in [
            (tenant, "alice@contoso.example", "adfs"), ("adfs", "fred@fabrikam.example", tenant),
        ] {
            _ = try await signIn(user, here)
            let count = try await sandbox.requestCount(to: "/token") + sandbox.requestCount(to: "/token/")
            let run = try await get(there)
            #expect(run.status == 20, "\(run.stderr)")
            #expect(run.stderr.contains("nobody has signed in"), "\(run.stderr)")
            #expect(try await sandbox.requestCount(to: "/token") + sandbox.requestCount(to: "/token/") == count)
            #expect(try await tokenctl.run(["accounts", "remove", "--all"]).status == 0)
        }
    }

    @Test func `at B2C one person is one account, by the tenant's name and by its id`() async throws {
        let token = try await signIn("alice@contoso.example", "contoso.example/b2c_1_ropc")
        #expect(try await get("\(sandbox.announcement.tenant)/b2c_1_ropc").stdout == token)
        #expect(try await get("contoso.example/b2c_1_ropc").stdout == token)
        #expect(try await tokenctl.run(["accounts", "list"]).stdout.split(separator: "\n").count == 2)
    }

    @Test func `what is exported is found where it is imported, policy by policy`() async throws {
        let paths = ["b2c_1_ropc", "b2c_1a_signin"].map { "contoso.example/\($0)" }
        let tokens = [
            try await signIn("alice@contoso.example", paths[0]), try await signIn("alice@contoso.example", paths[1]),
        ]
        #expect(tokens[0] != tokens[1])
        let other = try Tokenctl()
        let export = try await tokenctl.run(["cache", "export"]).stdout
        #expect(try await other.run(["cache", "import", "-"], input: export).status == 0)
        for (path, token) in zip(paths, tokens) {
            let run = try await get(path, by: other)
            #expect(run.stdout == token, "\(run.stderr)")
        }
    }

    @Test func `a policy that does not exist is named, with where its error is explained`() async throws {
        let run = try await tokenctl.run(
            ["ropc"] + options("\(sandbox.announcement.tenant)/b2c_1_nothing")
                + ["--username", "alice@contoso.example", "--password", "stdin", "--error-format", "json"], input: "x")
        let error = try JSONSerialization.jsonObject(with: Data(run.stderr.utf8)) as? [String: Any]
        #expect((error?["description"] as? String)?.hasPrefix("AADB2C90047: ") == true, "\(run.stderr)")
        #expect((error?["hint"] as? String)?.contains("active-directory-b2c/error-codes") == true)
        #expect((error?["correlation_id"] as? String)?.count == 36)
    }
}
