import Foundation
import TestSupport
import Testing

/// Sign-ins on the pages of providers, in a real browser.
@Suite(.requires(Chromium.requirement), .serialized)
struct ChromiumTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    /// Signs in, and gives what the browser and tokenctl ended with.
    private func signIn(
        _ options: [String], as user: String, password: String
    ) async throws -> (browser: ProcessRun, tokenctl: ProcessRun) {
        let running = try tokenctl.start(
            ["auth-code"] + options, environment: ["BROWSER": "true"])
        let url = try await running.said(/(http:\/\/\S+)\n/)
        let browser = try await Chromium.signIn(at: url, as: user, password: password)
        return (browser, try await running.end())
    }

    @Test(.requires(Glewlwyd.requirement))
    func `a person signs in and consents on Glewlwyd's pages`() async throws {
        let glewlwyd = try await Glewlwyd()
        let port = glewlwyd.announcement.redirectPort
        let (browser, run) = try await signIn(
            glewlwyd.options + [
                "--client-id", "person-public", "--scope", "openid profile api.read", "--redirect-port", "\(port)",
            ], as: "bob", password: "bob-password")
        #expect(browser.status == 0, "\(browser.stderr)")
        #expect(browser.stdout.hasPrefix("http://localhost:\(port)/?"), "\(browser.stdout)")
        #expect(browser.stdout.contains("You are signed in"), "\(browser.stdout)")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.split(separator: ".").count == 3)
    }

    @Test func `a person signs in and consents on the sandbox's pages`() async throws {
        let sandbox = try await Sandbox()
        let (browser, run) = try await signIn(
            sandbox.personOptions(), as: "noconsent@contoso.example", password: "noconsent-password")
        #expect(browser.status == 0, "\(browser.stderr)")
        #expect(browser.stdout.contains("You are signed in"), "\(browser.stdout)")
        #expect(!browser.stdout.contains("code="), "a form leaves no code in the address: \(browser.stdout)")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.split(separator: ".").count == 3)
    }
}
