import Foundation
import TestSupport
import Testing

/// People who sign in at a provider with opaque access tokens, and who may say no.
@Suite(.requires(DjangoProvider.requirement))
struct DjangoProviderTests {
    private let provider: DjangoProvider
    private let tokenctl: Tokenctl

    init() async throws {
        provider = try await DjangoProvider()
        tokenctl = try Tokenctl()
    }

    private func signIn(answer: String) async throws -> ProcessRun {
        let device = try tokenctl.start([
            "device-code", "--issuer", provider.announcement.issuer, "--client-id", "person-device", "--scope",
            "api.read",
        ])
        let person = try await provider.enter(device.said(/enter the code (\S+)/), answer: answer)
        #expect(person.status == 0, "\(person.stderr)")
        return try await device.end()
    }

    @Test func `a sign-in on another device that the person accepts`() async throws {
        let run = try await signIn(answer: "accept")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.count > 20 && !run.stdout.contains("."), "not an opaque token: \(run.stdout)")
    }

    @Test func `a sign-in on another device that the person denies`() async throws {
        let run = try await signIn(answer: "deny")
        #expect(run.status == 21, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("access_denied"), "\(run.stderr)")
        #expect(run.stderr.contains("hint: "), "\(run.stderr)")
        #expect(try tokenctl.cacheFiles().isEmpty)
    }

    /// The options of the client whose registered redirect has no port.
    private var browserOptions: [String] {
        ["--issuer", provider.announcement.issuer, "--client-id", "person-browser", "--scope", "openid api.read"]
    }

    private func signInWithBrowser(_ more: String...) async throws -> ProcessRun {
        try await tokenctl.run(
            ["auth-code"] + browserOptions + ["--redirect-uri", "http://127.0.0.1/callback"] + more,
            environment: ["BROWSER": DjangoProvider.browser])
    }

    @Test func `the browser comes back to any port under the registered path`() async throws {
        var ports: Set<String> = []
        for _ in 1...2 {
            let run = try await signInWithBrowser("--no-cache")
            #expect(run.status == 0, "\(run.stderr)")
            let address = try #require(run.stderr.firstMatch(of: /127.0.0.1%3A(\d+)%2Fcallback/), "\(run.stderr)")
            ports.insert(String(address.1))
        }
        #expect(ports.count == 2)
    }

    @Test func `an opaque token is cached, refreshed and printed like any other`() async throws {
        let first = try TokenReport(await signInWithBrowser("-o", "json"))
        #expect(first.account != nil)
        let cached = try await tokenctl.run(["get"] + browserOptions)
        #expect(cached.stdout == first.accessToken + "\n", "\(cached.stderr)")
        let refreshed = try await tokenctl.run(["refresh"] + browserOptions + ["-o", "json"])
        #expect(refreshed.status == 0, "\(refreshed.stderr)")
        let second = try TokenReport(refreshed)
        #expect(second.accessToken != first.accessToken)
        #expect(second.account == first.account)
    }

    @Test func `an opaque token has no claims to show, and that is said`() async throws {
        let token = try await signInWithBrowser().stdout
        let decoded = try await tokenctl.run(["decode"], input: token)
        #expect(decoded.status == 65)
        #expect(decoded.stdout.isEmpty)
        #expect(decoded.stderr.contains("no JWT"), "\(decoded.stderr)")
        let claims = try await tokenctl.run(["get"] + browserOptions + ["-o", "claims"])
        #expect(claims.status == 65, "\(claims.stderr)")
        #expect(claims.stdout.isEmpty)
        #expect(claims.stderr.contains("no JWT"), "\(claims.stderr)")
        #expect(!claims.stderr.contains(token.trimmingCharacters(in: .newlines)))
    }
}
