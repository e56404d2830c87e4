import Foundation
import TestSupport
import Testing

/// Microsoft's own library signs people in at the sandbox, and shares a cache with tokenctl.
@Suite(.requires(PythonJudge.requirement), .requires(TLSFront.requirement), .requires(.tool("curl")))
struct MSALUserTests {
    private let sandbox: Sandbox
    private let front: TLSFront
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox("--device-interval", "1")
        front = try await TLSFront(to: sandbox.announcement.port)
        tokenctl = try Tokenctl()
    }

    /// What `msal_user.py` prints.
    private struct Outcome: Decodable {
        struct Token: Decodable {
            let accessToken: String?
            let tokenSource: String?
            let error: String?

            enum CodingKeys: String, CodingKey {
                case error
                case accessToken = "access_token"
                case tokenSource = "token_source"
            }
        }

        let accounts: [String]
        let first: Token?
        let silent: Token?
        let refreshed: Token?
        let cache: String?
    }

    private func msal(_ flow: String, cache: String? = nil) async throws -> Outcome {
        let run = try await PythonJudge.run(
            "msal_user.py",
            [
                "base": front.announcement.base, "tenant": sandbox.announcement.tenant, "ca": front.announcement.ca,
                "client_id": sandbox.announcement.publicClientID, "scope": Sandbox.readScope, "flow": flow,
                "plain": sandbox.announcement.base, "sandbox": BuiltProduct.tokenctlSandbox, "cache": cache,
            ].compactMapValues(\.self))
        try #require(run.status == 0, "\(run.stderr)")
        return try JSONDecoder().decode(Outcome.self, from: run.outputBytes)
    }

    private static let alice = "alice@contoso.example"

    /// Refreshes ask the server; all else comes from the cache.
    private func check(_ outcome: Outcome, token: String?) {
        #expect(outcome.accounts == [Self.alice])
        #expect(outcome.silent?.accessToken == token)
        #expect(outcome.silent?.tokenSource == "cache")
        #expect(outcome.refreshed?.tokenSource == "identity_provider", "\(outcome.refreshed?.error ?? "")")
        #expect(outcome.refreshed?.accessToken != nil)
        #expect(outcome.refreshed?.accessToken != token)
    }

    @Test(arguments: ["device_code", "auth_code", "ropc"])
    func `msal signs a person in, and goes on silently`(flow: String) async throws {
        let outcome = try await msal(flow)
        #expect(outcome.first?.accessToken != nil, "\(outcome.first?.error ?? "")")
        #expect(outcome.first?.tokenSource == "identity_provider")
        check(outcome, token: outcome.first?.accessToken)
    }

    private var options: [String] {
        sandbox.personOptions(base: front.announcement.base) + ["--ca-file", front.announcement.ca]
    }

    private func signIn() async throws -> String {
        let run = try await tokenctl.run(
            ["ropc"] + options + ["--username", Self.alice, "--password", "stdin"], input: "alice-password")
        #expect(run.status == 0, "\(run.stderr)")
        return run.stdout.trimmingCharacters(in: .newlines)
    }

    /// The file that holds a person's tokens, and the one that says who has signed in: paths in the configuration.
    private func cacheFiles() throws -> (user: String, accounts: String) {
        let names = try tokenctl.cacheFiles().keys
        return (
            try #require(names.first { $0.hasPrefix("cache/user@") }, "\(names)"),
            try #require(names.first { $0.hasPrefix("cache/accounts@") }, "\(names)")
        )
    }

    @Test func `msal finds who has signed in with tokenctl, and uses those tokens`() async throws {
        let token = try await signIn()
        let requests = try await sandbox.tokenRequestCount()
        let outcome = try await msal("silent", cache: tokenctl.configuration.location(of: cacheFiles().user))
        check(outcome, token: token)
        #expect(try await sandbox.tokenRequestCount() == requests + 1, "only the refresh needs the server")
    }

    @Test func `msal goes on with the refresh token that pruning left`() async throws {
        _ = try await signIn()
        let url = tokenctl.configuration.url.appending(path: try cacheFiles().user)
        let text = try String(contentsOf: url, encoding: .utf8)
        try FileHandle(forWritingTo: url).write(
            contentsOf: Data(text.replacing(/"expires_on":"\d/, with: "\"expires_on\":\"0").utf8))
        #expect(try await tokenctl.run(["cache", "prune"]).status == 0)
        let pruned = try String(contentsOf: url, encoding: .utf8)
        #expect(pruned.contains("\"AccessToken\":{}"), "\(pruned)")
        let outcome = try await msal("silent", cache: tokenctl.configuration.location(of: cacheFiles().user))
        #expect(outcome.accounts == [Self.alice])
        #expect(outcome.silent?.accessToken != nil)
        #expect(outcome.silent?.tokenSource == "identity_provider", "\(outcome.silent?.error ?? "")")
    }

    @Test func `tokenctl finds who has signed in with msal, and uses those tokens`() async throws {
        _ = try await signIn()
        let files = try cacheFiles()
        #expect(try await tokenctl.run(["accounts", "remove", "--all"]).status == 0)
        #expect(try tokenctl.cacheFiles().isEmpty)

        let outcome = try await msal("ropc")
        let cache = Data(try #require(outcome.cache).utf8)
        for file in [files.user, files.accounts] {
            let url = try tokenctl.configuration.write(cache, to: file)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: url.path(percentEncoded: false))
        }
        let requests = try await sandbox.tokenRequestCount()
        let cached = try await tokenctl.run(["get"] + options + ["-o", "json"])
        #expect(cached.status == 0, "\(cached.stderr)")
        let report = try TokenReport(cached)
        #expect(report.source == "cache")
        #expect(report.accessToken == outcome.first?.accessToken)
        #expect(report.account?.username == Self.alice)
        #expect(try await sandbox.tokenRequestCount() == requests)
        let refreshed = try await tokenctl.run(["refresh"] + options + ["-o", "json"])
        #expect(refreshed.status == 0, "\(refreshed.stderr)")
        #expect(try TokenReport(refreshed).source == "refresh")
        let list = try await tokenctl.run(["accounts", "list"])
        #expect(list.stdout.contains(Self.alice), "\(list.stdout)")
    }
}
