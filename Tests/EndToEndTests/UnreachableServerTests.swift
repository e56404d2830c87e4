import Foundation
import TestSupport
import Testing

/// Servers that cannot be reached, or that answer what no provider answers.
@Suite(.requires(OddProvider.requirement))
struct UnreachableServerTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func ask(_ issuer: String, _ more: String...) async throws -> ProcessRun {
        try await tokenctl.clientCredentials(
            ["--issuer", issuer, "--client-id", "app", "--client-secret", "pass:s", "--scope", "api.read"] + more)
    }

    @Test func `a host that does not exist is named`() async throws {
        let run = try await ask("https://no-such-host.invalid")
        #expect(run.status == 69)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("no-such-host.invalid"), "\(run.stderr)")
    }

    @Test func `a port that nobody listens on is named`() async throws {
        let provider = try await OddProvider()
        provider.server.stop()
        let run = try await ask(provider.issuer("plain"))
        #expect(run.status == 69)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("127.0.0.1:\(provider.announcement.port)"), "\(run.stderr)")
    }

    @Test func `plain HTTP where TLS is due is an error of the connection`() async throws {
        let provider = try await OddProvider()
        let run = try await ask("https://127.0.0.1:\(provider.announcement.port)/plain")
        #expect(run.status == 69, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("127.0.0.1:\(provider.announcement.port)"), "\(run.stderr)")
    }

    @Test func `a silent server runs into the time-out, and that is said`() async throws {
        let provider = try await OddProvider()
        let start = ContinuousClock.now
        let run = try await ask(provider.issuer("silent"), "--timeout", "1")
        #expect(run.status == 75, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("--timeout"), "\(run.stderr)")
        #expect(ContinuousClock.now - start < .seconds(20), "a busy machine takes some, the default is 30")
        #expect(try provider.requests.count == 1)
    }

    @Test func `an answer of more than a megabyte is not taken`() async throws {
        let provider = try await OddProvider()
        let run = try await ask(provider.issuer("huge"))
        #expect(run.status == 76, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(try provider.requests.map(\.path) == ["/huge/token"])
    }

    @Test func `a redirect is not followed: the secret goes to the endpoint alone`() async throws {
        let provider = try await OddProvider()
        let run = try await ask(provider.issuer("redirect"))
        #expect(run.status == 76, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("/plain/token"), "\(run.stderr)")
        #expect(try provider.requests.map(\.path) == ["/redirect/token"])
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `a signal ends it at once while a server is silent`(signal: Int32) async throws {
        let provider = try await OddProvider()
        let running = try tokenctl.start([
            "client-credentials", "--issuer", provider.issuer("silent"), "--client-id", "app", "--client-secret",
            "pass:s", "--scope", "api.read",
        ])
        while try provider.requests.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        let start = ContinuousClock.now
        running.send(signal)
        let run = try await running.end()
        #expect(run.status == 128 + signal)
        #expect(run.stdout.isEmpty)
        #expect(ContinuousClock.now - start < .seconds(20), "a request may take 30")
    }
}
