import Foundation
import TestSupport
import Testing

/// Sign-ins with a browser, at the sandbox.
@Suite(.requires(.tool("curl")))
struct AuthCodeTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    /// Starts a sign-in that waits for somebody to open the address, and gives that.
    private func start(_ more: String...) async throws -> (RunningProcess, url: String) {
        let running = try tokenctl.start(
            ["auth-code"] + sandbox.personOptions() + more, environment: ["BROWSER": "true"])
        return (running, try await running.said(/(http:\S+)\n/))
    }

    /// Where the browser is sent back to, by the address that it was sent to.
    private func redirect(of url: String) throws -> String {
        let parameters = try #require(URLComponents(string: url)?.queryItems)
        return try #require(parameters.first { $0.name == "redirect_uri" }?.value)
    }

    @Test(arguments: [[], ["--redirect-uri", "http://127.0.0.1/some/path"], ["--prompt", "login"]])
    func `the browser signs a person in`(options: [String]) async throws {
        let run = try await tokenctl.run(
            ["auth-code"] + sandbox.personOptions() + options, environment: ["BROWSER": Sandbox.browser()])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.split(separator: ".").count == 3)
        #expect(try tokenctl.refreshTokens().count == 1)
    }

    @Test func `an app with a secret signs people in too`() async throws {
        let run = try await tokenctl.run(
            ["auth-code"] + sandbox.options() + ["--scope", Sandbox.readScope, "--client-secret", "stdin"],
            environment: ["BROWSER": Sandbox.browser()], input: sandbox.announcement.clientSecret)
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test(arguments: ["form_post", "query"])
    func `the answer may come as a form, or in the address`(mode: String) async throws {
        let (running, url) = try await start()
        #expect(url.contains("response_mode=form_post"))
        let person = try await sandbox.authorize(url.replacing("=form_post", with: "=\(mode)"))
        #expect(person.status == 0, "\(person.stderr)")
        let run = try await running.end()
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test func `who declines gets nothing`() async throws {
        let run = try await tokenctl.run(
            ["auth-code"] + sandbox.personOptions(),
            environment: ["BROWSER": Sandbox.browser(of: "alice", "--decline")])
        #expect(run.status == 21, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(try tokenctl.cacheFiles().isEmpty)
    }

    @Test func `an answer with another state is refused, and the right one still counts`() async throws {
        let (running, url) = try await start()
        let redirect = try redirect(of: url)
        for query in ["code=stolen&state=wrong", "code=stolen", "error=access_denied&state=wrong", ""] {
            let curl = try await ProcessRun.of(
                #require(Requirement.path(ofTool: "curl")),
                ["-sS", "--max-time", "5", "-w", "%{http_code}", "\(redirect)/?\(query)"])
            #expect(curl.status == 0, "\(query): \(curl.stderr)")
            #expect(curl.stdout.hasSuffix("400"), "\(query): \(curl.stdout)")
        }
        let person = try await sandbox.authorize(url)
        #expect(person.status == 0, "\(person.stderr)")
        let run = try await running.end()
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test func `who does not come within the time is not waited for`() async throws {
        let run = try await tokenctl.run(
            ["auth-code"] + sandbox.personOptions() + ["--wait", "1"], environment: ["BROWSER": "true"])
        #expect(run.status == 23, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
    }

    @Test func `a pasted address of another sign-in is refused`() async throws {
        let run = try await tokenctl.run(
            ["auth-code"] + sandbox.personOptions() + ["--paste"], input: "http://localhost/?code=c&state=wrong\n")
        #expect(run.status == 65, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(try await sandbox.tokenRequestCount() == 0)
    }

    /// RFC 7636 appendix B.
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    static let nativeClient = "https://login.microsoftonline.com/common/oauth2/nativeclient"

    /// A code that another program asked for.
    private func code() async throws -> String {
        var url = try #require(
            URLComponents(string: "\(sandbox.announcement.base)/\(sandbox.announcement.tenant)/oauth2/v2.0/authorize"))
        url.queryItems = [
            URLQueryItem(name: "client_id", value: sandbox.announcement.publicClientID),
            URLQueryItem(name: "response_type", value: "code"), URLQueryItem(name: "scope", value: Sandbox.readScope),
            URLQueryItem(name: "redirect_uri", value: Self.nativeClient), URLQueryItem(name: "state", value: "s"),
            URLQueryItem(name: "code_challenge", value: Self.challenge),
            URLQueryItem(name: "code_challenge_method", value: "S256"),
        ]
        let person = try await sandbox.authorize(#require(url.string))
        let end = try #require(URLComponents(string: person.stdout.trimmingCharacters(in: .newlines)))
        return try #require(end.queryItems?.first { $0.name == "code" }?.value, "\(person.stdout)\(person.stderr)")
    }

    private func redeem(_ code: String) async throws -> ProcessRun {
        try await tokenctl.run(
            ["auth-code"] + sandbox.personOptions() + [
                "--code", "stdin", "--redirect-uri", Self.nativeClient, "--code-verifier", "env:VERIFIER",
            ], environment: ["VERIFIER": Self.verifier, "CI": "true"], input: code)
    }

    @Test func `a code from elsewhere is redeemed once, and the second time says why not`() async throws {
        let code = try await code()
        let first = try await redeem(code)
        #expect(first.status == 0, "\(first.stderr)")
        let second = try await redeem(code)
        #expect(second.status != 0)
        #expect(second.stdout.isEmpty)
        #expect(second.stderr.contains("AADSTS54005"), "\(second.stderr)")
        #expect(second.stderr.contains("hint: "), "\(second.stderr)")
        #expect(try await sandbox.tokenRequestCount() == 2, "a used code was tried again")
    }
}
