import Foundation
import TestSupport
import Testing

/// The proxies of the environment, in front of a provider with TLS.
@Suite(.requires(TLSFront.requirement), .requires(OddProvider.requirement))
struct ProxyTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func ask(_ front: TLSFront, environment: [String: String]) async throws -> ProcessRun {
        try await tokenctl.clientCredentials(
            [
                "--authority", front.announcement.base, "--tenant", "c0c0c0c0-0000-4000-8000-000000000001",
                "--client-id", "app", "--client-secret", "pass:s", "--scope", "api/.default", "--ca-file",
                front.announcement.ca,
            ], environment: environment)
    }

    @Test(arguments: ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
    func `requests go through the proxy`(variable: String) async throws {
        let provider = try await OddProvider()
        let front = try await TLSFront(to: provider.announcement.port)
        let proxy = try await ConnectProxy()
        let run = try await ask(front, environment: [variable: proxy.url])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == "an-opaque-token\n")
        #expect(try proxy.targets == [front.announcement.base.replacing("https://", with: "")])
    }

    @Test(arguments: [
        ["NO_PROXY": "localhost"], ["no_proxy": "example.com,localhost"], ["NO_PROXY": "*"],
    ])
    func `hosts that are excepted are reached directly`(exceptions: [String: String]) async throws {
        let provider = try await OddProvider()
        let front = try await TLSFront(to: provider.announcement.port)
        let proxy = try await ConnectProxy()
        let run = try await ask(front, environment: exceptions.merging(["HTTPS_PROXY": proxy.url]) { $1 })
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try proxy.targets.isEmpty)
    }

    @Test func `a dead proxy is named, and the variables that set it`() async throws {
        let provider = try await OddProvider()
        let front = try await TLSFront(to: provider.announcement.port)
        let proxy = try await ConnectProxy()
        proxy.server.stop()
        let run = try await ask(front, environment: ["HTTPS_PROXY": proxy.url])
        #expect(run.status == 69)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("127.0.0.1:\(proxy.announcement.port)"), "\(run.stderr)")
        #expect(run.stderr.contains("HTTPS_PROXY"), "\(run.stderr)")
        #expect(try provider.requests.isEmpty)
    }
}
