import Foundation
import TestSupport
import Testing

/// The real executable goes from API to API at the sandbox.
@Suite(.requires(.tool("curl")))
struct OBOTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    /// APIs that call on: a client's id is its API's.
    private static let orders = "a2a2a2a2-0000-4000-8000-000000000001"
    private static let billing = "a2a2a2a2-0000-4000-8000-000000000002"

    private func signIn(_ more: String...) async throws -> String {
        try await tokenctl.run(
            ["ropc"] + sandbox.personOptions() + more + [
                "--username", "alice@contoso.example", "--password", "stdin",
            ], input: "alice-password"
        ).stdout
    }

    private func obo(
        _ assertion: String, as client: String = orders, _ scope: String, _ more: [String] = [],
        tokenctl other: Tokenctl? = nil
    ) async throws -> ProcessRun {
        try await (other ?? tokenctl).run(
            ["obo", "--authority", sandbox.announcement.base, "--client-id", client, "--scope", scope] + more,
            environment: ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret], input: assertion)
    }

    private func claims(of token: String) async throws -> [String: Any] {
        let run = try await tokenctl.run(["decode"], input: token)
        return try #require(try JSONSerialization.jsonObject(with: run.outputBytes) as? [String: Any])
    }

    @Test func `a token goes from API to API, and the last one answers`() async throws {
        let billing = try await obo(signIn(), "api://billing/Billing.Read")
        #expect(billing.status == 0, "\(billing.stderr)")
        let graph = try await obo(billing.stdout, as: Self.billing, "https://graph.microsoft.com/User.Read")
        #expect(graph.status == 0, "\(graph.stderr)")
        #expect(graph.stderr.isEmpty)
        let claims = try await claims(of: graph.stdout)
        #expect(claims["appid"] as? String == Self.billing)
        #expect(claims["upn"] as? String == "alice@contoso.example")
        let me = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")),
            ["-sS", "--fail", "-K", "-", sandbox.announcement.base + "/v1.0/me"],
            input: Data("header = \"Authorization: Bearer \(graph.stdout.trimmingCharacters(in: .newlines))\"".utf8))
        #expect(me.stdout.contains("Alice Adams"), "\(me.stderr)")
    }

    @Test func `the challenge of a policy is passed on, satisfied by a sign-in, and then the exchange succeeds`()
        async throws
    {
        let payroll = "api://payroll/Payroll.Read"
        let refused = try await obo(signIn(), payroll, ["--error-format", "json"])
        #expect(refused.status == 20)
        #expect(refused.stdout.isEmpty)
        let line = try #require(refused.stderr.split(separator: "\n").last)
        let error = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let challenge = try #require(error["claims"] as? String)
        #expect(
            challenge
                == #"{"access_token":{"polids":{"essential":true,"values":["9ab03e19-ed42-4168-b6b7-7001fb3e933a"]}}}"#)
        #expect(error["code"] as? Int == 50079)
        #expect((error["hint"] as? String)?.contains("tokenctl auth-code") == true)
        #expect((error["hint"] as? String)?.contains("--claims '\(challenge)'") == true)

        let signedIn = try await tokenctl.run(
            ["auth-code"] + sandbox.personOptions() + ["--claims", challenge],
            environment: ["BROWSER": Sandbox.browser()])
        #expect(signedIn.status == 0, "\(signedIn.stderr)")
        let token = try await obo(signedIn.stdout, payroll)
        #expect(token.status == 0, "\(token.stderr)")
        #expect(try await claims(of: token.stdout)["scp"] as? String == "Payroll.Read")
    }

    @Test func `an API's challenge of a capable caller is answered with the header as it came`() async throws {
        let graph = "https://graph.microsoft.com/User.Read"
        let assertion = try await signIn()
        let capable = ["--capability", "cp1"]
        let first = try await obo(assertion, graph, capable)
        #expect(try await claims(of: first.stdout)["xms_cc"] as? [String] == ["CP1"])
        try await sandbox.decree("challenge", for: "alice")
        let curl = try #require(Requirement.path(ofTool: "curl"))
        let call = { (token: String) in
            try await ProcessRun.of(
                curl, ["-sS", "-i", "-K", "-", sandbox.announcement.base + "/v1.0/me"],
                input: Data("header = \"Authorization: Bearer \(token.trimmingCharacters(in: .newlines))\"".utf8))
        }
        let answer = try await call(first.stdout).stdout
        let header = try #require(
            answer.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("www-authenticate:") })
        #expect(header.contains("insufficient_claims"))
        #expect(try await obo(assertion, graph, capable).stdout == first.stdout, "the cache knows nothing of it")
        let second = try await obo(assertion, graph, capable + ["--claims", String(header)])
        #expect(second.status == 0, "\(second.stderr)")
        #expect(second.stdout != first.stdout)
        #expect(try await call(second.stdout).stdout.contains("Alice Adams"))
    }

    @Test(arguments: ["saml1", "saml2"])
    func `a SAML assertion is printed as XML, and otherwise as it was sent`(type: String) async throws {
        let assertion = try await signIn()
        let options = ["--requested-token-type", type]
        let xml = try await obo(assertion, "api://billing/Billing.Read", options)
        #expect(xml.status == 0, "\(xml.stderr)")
        #expect(xml.stdout.hasPrefix("<"))
        #expect(xml.stdout.hasSuffix(">"), "no line break that was not there")
        let raw = try await obo(assertion, "api://billing/Billing.Read", options + ["-o", "token"])
        let base64 = raw.stdout.trimmingCharacters(in: .newlines).replacing("-", with: "+").replacing("_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
        #expect(Data(base64Encoded: padded) == xml.outputBytes)
        #expect(try await sandbox.tokenRequestCount() == 2, "the second one is from the cache")
    }

    @Test func `a session outlives the assertion`() async throws {
        let brief = try await Sandbox("--token-lifetime", "5")
        let run = { (assertion: String, more: [String]) in
            try await tokenctl.run(
                [
                    "obo", "--authority", brief.announcement.base, "--client-id", Self.orders, "--scope",
                    "api://billing/Billing.Read",
                ] + more,
                environment: ["TOKENCTL_CLIENT_SECRET": brief.announcement.clientSecret], input: assertion)
        }
        let assertion = try await tokenctl.run(
            ["ropc"] + brief.personOptions() + ["--username", "alice@contoso.example", "--password", "stdin"],
            input: "alice-password"
        ).stdout
        #expect(try await run(assertion, ["--session-key", "job"]).status == 0)
        try await Task.sleep(for: .seconds(5.1))
        #expect(try await run(assertion, []).status == 23)
        let later = try await run(assertion, ["--session-key", "job", "-o", "json"])
        #expect(later.status == 0, "\(later.stderr)")
        #expect(try TokenReport(later).source == "refresh")
        #expect(try TokenReport(later).account?.username == "alice@contoso.example")
    }

    @Test(.requires(.tool("strace")))
    func `two hundred users: each hit reads one small file, loads nothing and asks nobody`() async throws {
        let assertions = try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    var assertions: [String] = []
                    for _ in 0..<50 {
                        let assertion = try await signIn("--no-cache")
                        let run = try await obo(assertion, "api://billing/Billing.Read")
                        try #require(run.status == 0, "\(run.stderr)")
                        assertions.append(assertion)
                    }
                    return assertions
                }
            }
            return try await group.reduce(into: [String]()) { $0 += $1 }
        }
        #expect(Set(assertions).count == 200)
        let files = try tokenctl.cacheFiles().filter { $0.key.hasPrefix("cache/obo@") }
        #expect(files.count == 200)
        #expect(files.values.allSatisfy { $0.count < 8000 })

        let requests = try await sandbox.tokenRequestCount()
        let trace = tokenctl.configuration.location(of: "trace")
        for assertion in [assertions[0], assertions[199]] {
            let run = try await ProcessRun.of(
                #require(Requirement.path(ofTool: "strace")),
                [
                    "-f", "-e", "trace=openat,open,socket,connect,fcntl,flock", "-o", trace, BuiltProduct.tokenctl,
                    "obo", "--authority", sandbox.announcement.base, "--client-id", Self.orders, "--scope",
                    "api://billing/Billing.Read",
                ],
                environment: tokenctl.variables, input: Data(assertion.utf8))
            #expect(run.status == 0, "\(run.stderr)")
            let calls = try String(contentsOfFile: trace, encoding: .utf8)
            #expect(calls.matches(of: /cache\/|\.json/).count > 0)
            #expect(calls.split(separator: "\n").filter { $0.contains(".json") }.count == 1, "\(calls)")
            #expect(!calls.contains("socket(") && !calls.contains("libcrypto") && !calls.contains("libcurl"))
            #expect(!calls.contains("SETLK"))
        }
        #expect(try await sandbox.tokenRequestCount() == requests)
    }

    @Test func `nothing of an assertion is in a trace, an error or the cache`() async throws {
        let assertion = try await signIn().trimmingCharacters(in: .newlines)
        let payload = try #require(assertion.split(separator: ".").dropFirst().first)
        let run = try await obo(assertion, "api://payroll/Payroll.Read", ["--trace"])
        #expect(run.status == 20)
        #expect(!run.stderr.contains(payload))
        #expect(try await obo(assertion, "api://billing/Billing.Read", ["--trace"]).status == 0)
        for (name, content) in try tokenctl.files() where name.contains("obo@") {
            #expect(!String(decoding: content, as: UTF8.self).contains(payload), "\(name)")
        }
    }
}
