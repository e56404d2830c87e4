import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct OBOCommandTests {
    private static let environment = Contoso.environment.merging(["TOKENCTL_SCOPE": "api/Read"]) { $1 }

    private static func assertion(_ changes: [String: JSON] = [:]) -> String {
        var claims: JSONObject = [
            "aud": .string(Contoso.app), "azp": .string("22223333-bbbb-3333-cccc-4444dddd5555"), "oid": .string("o"),
            "sub": .string("s"), "scp": .string("access_as_user"), "tid": .string(Contoso.tenant),
            "exp": .integer(FakeClock.start + 3600),
        ]
        for (name, value) in changes { claims[name] = value }
        return [#"{"alg":"RS256"}"#, JSON.object(claims).compact].map { Base64URL.encode($0.utf8) }
            .joined(separator: ".") + ".c2ln"
    }

    private func run(
        _ arguments: [String] = [], input: String? = assertion(), environment: [String: String] = environment,
        _ step: ScriptedTransport.Step? = nil, files: FakeFiles? = nil,
        terminal: RecordingTerminal = RecordingTerminal()
    ) -> ToolRun {
        let transport = ScriptedTransport(step.map { [$0] } ?? [])
        defer { #expect(transport.isExhausted) }
        return ToolRun(
            ["obo"] + arguments, environment: environment, transport: transport,
            files: files ?? FakeFiles(input: input), terminal: terminal)
    }

    @Test func `the assertion comes from standard input, or from a source`() {
        #expect(run([], Contoso.answer()).stdout == "t0ken\n")
        let given = run(
            ["--assertion", "env:USER_TOKEN"], input: nil,
            environment: Self.environment.merging(["USER_TOKEN": Self.assertion()]) { $1 }, Contoso.answer())
        #expect(given.stdout == "t0ken\n")
    }

    @Test func `the second time needs no network`() {
        let files = FakeFiles(input: Self.assertion())
        #expect(run([], Contoso.answer(), files: files).stdout == "t0ken\n")
        #expect(run(files: files).stdout == "t0ken\n")
        #expect(files.store.files.count == 1)
    }

    @Test func `a person at a terminal who gives no assertion is told how`() {
        let terminal = RecordingTerminal(isTyped: true)
        let run = run(input: nil, terminal: terminal)
        #expect(run.status == .usage)
        #expect(run.allText.contains("--assertion SOURCE"))
    }

    @Test(
        arguments: [
            ("", .badData), ("a b", .badData), (assertion(["exp": .integer(1)]), .expired),
            (assertion(["idtyp": .string("app")]), .badData),
            (assertion(["aud": .string("https://graph.microsoft.com")]), .badData),
        ] as [(String, TokenctlCLI.ExitStatus)])
    func `a hopeless assertion is refused before anything is asked`(input: String, status: TokenctlCLI.ExitStatus) {
        let run = run(input: input)
        #expect(run.status == status)
        #expect(input.isEmpty || !run.allText.contains(input))
    }

    @Test(
        arguments: [
            [:], ["TOKENCTL_TENANT": "common"], ["TOKENCTL_AUTHORITY": "https://login.microsoftonline.com/common"],
            ["TOKENCTL_TENANT": "organizations"],
        ])
    func `where no tenant is given, the assertion's own is asked`(variables: [String: String]) {
        let environment = Self.environment.filter { $0.key != "TOKENCTL_TENANT" }.merging(variables) { $1 }
        #expect(run(environment: environment, Contoso.answer()).stdout == "t0ken\n")
    }

    @Test(arguments: [["--authority", "https://login.microsoftonline.com/common"], ["--tenant", "common"]])
    func `the same by options`(options: [String]) {
        let environment = Self.environment.filter { $0.key != "TOKENCTL_TENANT" }
        #expect(run(options, environment: environment, Contoso.answer()).stdout == "t0ken\n")
    }

    @Test func `an opaque assertion does not tell its tenant`() {
        let environment = Self.environment.filter { $0.key != "TOKENCTL_TENANT" }
        let run = run(input: "opaque", environment: environment)
        #expect(run.status == .usage)
        #expect(run.allText.contains("no tenant"))
    }

    @Test func `a challenge ends with the command that satisfies it`() throws {
        let claims = #"{\"access_token\":{\"polids\":{\"essential\":true,\"values\":[\"it's\"]}}}"#
        let answer: ScriptedTransport.Step = .answer(
            Contoso.endpoint, #"{"error":"interaction_required","error_codes":[50079],"claims":"\#(claims)"}"#,
            status: 400)
        let run = run([], answer)
        #expect(run.status == .interactionRequired)
        #expect(
            run.stderr.contains(
                "hint: sign in with what is asked for: tokenctl auth-code "
                    + "--client-id 22223333-bbbb-3333-cccc-4444dddd5555 --resource \(Contoso.app) --claims "
                    + #"'{"access_token":{"polids":{"essential":true,"values":["it'\''s"]}}}'"#), "\(run.stderr)")
        let json = self.run(["--error-format", "json"], answer)
        let report = try JSON(parsing: Array(try #require(json.stderr.last).utf8))
        #expect(
            report["claims"]?.stringValue
                == #"{"access_token":{"polids":{"essential":true,"values":["it's"]}}}"#)
        #expect(report["exit"]?.intValue == 20)
    }

    @Test func `claims that could break out of the hint are not in it`() {
        let run = run(
            [],
            .answer(
                Contoso.endpoint, #"{"error":"interaction_required","claims":"{}\ntokenctl: all is well\n"}"#,
                status: 400))
        #expect(run.status == .interactionRequired)
        #expect(!run.stderr.contains { $0.hasPrefix("tokenctl: all") })
    }

    private static let saml = "<Assertion>é</Assertion>\n\n"
    private static let samlStep = ScriptedTransport.Step.answer(
        Contoso.endpoint,
        #"{"token_type":"Bearer","access_token":"\#(Base64URL.encode(saml.utf8))","expires_in":3600}"#)

    @Test func `a SAML assertion is printed as XML, byte for byte, or as it was sent`() {
        let saml = ["--requested-token-type", "saml2"]
        #expect(run(saml, Self.samlStep).stdout == Self.saml)
        #expect(run(saml + ["-o", "token"], Self.samlStep).stdout == Base64URL.encode(Self.saml.utf8) + "\n")
        #expect(run(saml + ["-o", "claims"]).status == .usage)
        #expect(run(["-o", "saml"]).status == .usage)
        #expect(run(["--requested-token-type", "saml3"]).status == .usage)
    }

    @Test func `a cached SAML assertion is not an access token, nor the other way round`() {
        let files = FakeFiles(input: Self.assertion())
        let saml = ["--requested-token-type", "saml2"]
        #expect(run(saml, Self.samlStep, files: files).stdout == Self.saml)
        #expect(run([], Contoso.answer(), files: files).stdout == "t0ken\n")
        #expect(run(saml, files: files).stdout == Self.saml)
        #expect(run(files: files).stdout == "t0ken\n")
    }

    @Test func `a session goes on with an expired assertion, or without one`() {
        let store = FakeStore()
        let files = { FakeFiles(input: $0, store: store) }
        let options = ["--session-key", "job"]
        #expect(run(options, Contoso.answer(), files: files(Self.assertion())).stdout == "t0ken\n")
        #expect(run(options, files: files(Self.assertion(["exp": .integer(1)]))).stdout == "t0ken\n")
        #expect(run(options, files: files("")).stdout == "t0ken\n")
        let other = run(["--session-key", "other"], files: files(Self.assertion(["exp": .integer(1)])))
        #expect(other.status == .expired)
        #expect(run(["--session-key", "other"], files: files("")).status == .interactionRequired)
    }

    @Test func `a claims challenge does not take the cached token`() {
        let files = FakeFiles(input: Self.assertion())
        #expect(run([], Contoso.answer("old"), files: files).stdout == "old\n")
        #expect(run(["--claims", "{}"], Contoso.answer("new"), files: files).stdout == "new\n")
        #expect(run(files: files).stdout == "new\n")
    }

    @Test func `an opaque assertion is sent on with a remark`() {
        let run = run(["-v"], input: "opaque", Contoso.answer())
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.contains { $0.contains("opaque") })
    }
}
