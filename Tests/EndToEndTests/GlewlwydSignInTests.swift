import Foundation
import TestSupport
import Testing

/// People who sign in at an OpenID provider that is not of this project.
@Suite(.requires(Glewlwyd.requirement))
struct GlewlwydSignInTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private static let scope = "openid profile offline_access api.read"

    /// The options of the public client.
    private func options(_ glewlwyd: Glewlwyd, scope: String = scope) -> [String] {
        glewlwyd.options + ["--client-id", "person-public", "--scope", scope]
    }

    /// Signs a person in on another device.
    private func signIn(_ glewlwyd: Glewlwyd, as user: String = "alice", _ more: String...) async throws -> ProcessRun {
        let device = try tokenctl.start(["device-code"] + options(glewlwyd) + more)
        let code = try await device.said(/enter the code (\S+)/)
        let person = try await glewlwyd.approve(code, by: user)
        #expect(person.status == 0, "\(person.stderr)")
        return try await device.end()
    }

    @Test func `a sign-in on another device leaves a token that needs no provider`() async throws {
        let glewlwyd = try await Glewlwyd()
        let run = try await signIn(glewlwyd)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.split(separator: ".").count == 3)
        #expect(run.stderr.split(separator: "\n").count == 1, "more than the invitation: \(run.stderr)")
        glewlwyd.server.stop()
        let cached = try await tokenctl.run(["get"] + options(glewlwyd))
        #expect(cached.status == 0, "\(cached.stderr)")
        #expect(cached.stdout == run.stdout)
        let part = try await tokenctl.run(["get"] + options(glewlwyd, scope: "api.read"))
        #expect(part.stdout == run.stdout, "fewer scopes are not served by the token that has them: \(part.stderr)")
    }

    @Test func `the provider is asked while the person takes the time`() async throws {
        let glewlwyd = try await Glewlwyd()
        let device = try tokenctl.start(["device-code"] + options(glewlwyd) + ["--trace"])
        let code = try await device.said(/enter the code (\S+)/)
        _ = try await device.said(/"error":"(authorization_pending)"/)
        _ = try await glewlwyd.approve(code)
        let run = try await device.end()
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.split(separator: ".").count == 3)
    }

    @Test func `a code that nobody enters runs out`() async throws {
        let glewlwyd = try await Glewlwyd(tls: false, "--device-expiry", "2")
        let run = try await tokenctl.run(["device-code"] + options(glewlwyd))
        #expect(run.status == 23, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
    }

    @Test(arguments: [[], ["-o", "id-token"]])
    func `the browser signs a person in, with PKCE, and comes back to the registered port`(
        output: [String]
    ) async throws {
        let glewlwyd = try await Glewlwyd()
        let run = try await tokenctl.run(
            ["auth-code"] + options(glewlwyd) + ["--redirect-port", "\(glewlwyd.announcement.redirectPort)"] + output,
            environment: ["BROWSER": Glewlwyd.browser])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("code_challenge_method=S256"), "\(run.stderr)")
        let decoded = try await tokenctl.run(["decode"], input: run.stdout)
        #expect(decoded.stdout.contains("\"type\": \"access_token\"") == output.isEmpty, "\(decoded.stdout)")
        #expect(decoded.stdout.contains("\"name\": \"Alice\"") == !output.isEmpty, "\(decoded.stdout)")
    }

    @Test func `a refresh token that works once is replaced by the next, each time`() async throws {
        let glewlwyd = try await Glewlwyd(tls: false, "--refresh-once")
        var tokens: Set<String> = [try await signIn(glewlwyd).stdout]
        let first = try tokenctl.refreshTokens()
        for _ in 1...3 {
            let run = try await tokenctl.run(["refresh"] + options(glewlwyd))
            #expect(run.status == 0, "\(run.stderr)")
            tokens.insert(run.stdout)
        }
        #expect(tokens.count == 4)
        #expect(first.count == 1)
        #expect(try tokenctl.refreshTokens().count == 1)
        #expect(try tokenctl.refreshTokens() != first)
        let cached = try await tokenctl.run(["get"] + options(glewlwyd))
        #expect(tokens.contains(cached.stdout))
    }

    @Test func `a refresh token that was used already is refused, from elsewhere too`() async throws {
        let glewlwyd = try await Glewlwyd(tls: false, "--refresh-once")
        _ = try await signIn(glewlwyd)
        let used = try #require(try tokenctl.refreshTokens().first)
        #expect(try await tokenctl.run(["refresh"] + options(glewlwyd)).status == 0)
        let run = try await Tokenctl().run(
            ["refresh"] + options(glewlwyd) + ["--refresh-token", "stdin"], input: used)
        #expect(run.status == 77, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
    }

    /// The options of the client that may take passwords.
    private func passwordOptions(_ glewlwyd: Glewlwyd) -> [String] {
        ["ropc"] + glewlwyd.options + [
            "--client-id", "person-secret", "--client-secret", "pass:person-secret", "--scope", "openid api.read",
            "--username", "alice", "--password", "stdin",
        ]
    }

    @Test func `a password gets a token`() async throws {
        let glewlwyd = try await Glewlwyd()
        let run = try await tokenctl.run(
            passwordOptions(glewlwyd) + ["-o", "json"], input: "alice-password\n")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.isEmpty, "\(run.stderr)")
        let report = try TokenReport(run)
        #expect(report.account?.username == "alice")
        #expect(report.source == "network")
    }

    @Test func `a wrong password gets nothing, and leaves nothing`() async throws {
        let glewlwyd = try await Glewlwyd()
        let run = try await tokenctl.run(passwordOptions(glewlwyd), input: "not-the-password")
        #expect(run.status == 22, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(!run.stderr.contains("not-the-password"))
        #expect(try tokenctl.cacheFiles().isEmpty)
    }

    @Test func `accounts are listed and removed with all that they have`() async throws {
        let glewlwyd = try await Glewlwyd()
        let alice = try TokenReport(await signIn(glewlwyd, as: "alice", "-o", "json"))
        let bob = try TokenReport(await signIn(glewlwyd, as: "bob", "-o", "json", "--account", "bob"))
        let ids = try [alice, bob].map { try #require($0.account?.homeAccountID) }
        #expect(ids[0] != ids[1])
        let list = try await tokenctl.run(["accounts", "list", "-o", "json"])
        for id in ids { #expect(list.stdout.contains(id), "\(list.stdout)") }

        let ambiguous = try await tokenctl.run(["get"] + options(glewlwyd))
        #expect(ambiguous.status == 64, "\(ambiguous.stderr)")
        #expect(ambiguous.stdout.isEmpty)
        for (id, report) in zip(ids, [alice, bob]) {
            let run = try await tokenctl.run(["get"] + options(glewlwyd) + ["--account", id])
            #expect(run.stdout == report.accessToken + "\n", "\(run.stderr)")
        }

        let removal = try await tokenctl.run(["accounts", "remove", ids[0]])
        #expect(removal.status == 0, "\(removal.stderr)")
        let left = try tokenctl.files()
        #expect(!left.keys.contains { $0.contains(ids[0]) })
        #expect(!left.values.contains { $0.contains(alice.accessToken) || $0.contains(ids[0]) })
        let run = try await tokenctl.run(["get"] + options(glewlwyd))
        #expect(run.stdout == bob.accessToken + "\n", "\(run.stderr)")
        #expect(try await tokenctl.run(["accounts", "remove", "--all"]).status == 0)
        #expect(try tokenctl.cacheFiles().isEmpty)
    }
}
