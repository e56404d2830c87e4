import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenctlCLI

struct TokenReportTests {
    private func report(_ secret: String, refreshOn: Int? = nil, correlationID: String? = nil) throws -> TokenReport {
        let provider = Provider.authority(try Authority("https://login.example.com/r", tenant: nil))
        return TokenReport(
            token: AcquiredToken(
                accessToken: secret, tokenType: "Bearer", obtainedOn: 0, expiresOn: 1_790_000_000, extendedExpiresOn: 0,
                refreshOn: refreshOn, scopes: Scopes("b a"), realm: "r", source: .cache, correlationID: correlationID),
            request: TokenRequest(provider: provider, clientID: "app", scopes: Scopes("b a")))
    }

    private func text(_ format: String, _ secret: String = "t") throws -> String {
        try report(secret).text(as: try OutputFormat(format, by: "--output"))
    }

    static let exact: [(format: String, text: String)] = [
        ("token", "t\n"), ("header", "Authorization: Bearer t\n"), ("env", "export ACCESS_TOKEN='t'\n"),
        ("env:X", "export X='t'\n"), ("fish:X", "set -gx X 't'\n"), ("powershell:X", "$env:X = 't'\n"),
        ("curl", "header = \"Authorization: Bearer t\"\n"), ("github", "::add-mask::t\n"),
        (
            "azure-pipelines:X",
            "##vso[task.setsecret]t\n##vso[task.setvariable variable=X;issecret=true]t\n"
        ),
        ("gitlab:X", "X=t\n"),
        (
            "json",
            #"{"schema":1,"token_type":"Bearer","access_token":"t","expires_on":1790000000,"#
                + #""expires_at":"2026-09-21T14:13:20Z","refresh_on":null,"scope":"a b","tenant_id":"r","#
                + #""client_id":"app","account":null,"id_token":null,"source":"cache","correlation_id":null}"# + "\n"
        ),
        (
            "kubernetes",
            #"{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t","#
                + #""expirationTimestamp":"2026-09-21T14:13:20Z"}}"# + "\n"
        ),
    ]

    @Test(arguments: exact)
    func `each format is exact`(format: String, expected: String) throws { #expect(try text(format) == expected) }

    @Test func `what is known is said in JSON`() throws {
        let json = try JSON(
            parsing: report("t", refreshOn: 17, correlationID: "c").text(as: try OutputFormat("json", by: "-o")))
        #expect(json["refresh_on"]?.intValue == 17)
        #expect(json["correlation_id"]?.stringValue == "c")
    }

    /// Every printable ASCII character may stand in a token.
    static let hostile: [(format: String, text: String)] = [
        ("env:X", #"export X='a'\''b"c\d$(id)`id`%0A!'"#), ("fish:X", #"set -gx X 'a\'b"c\\d$(id)`id`%0A!'"#),
        ("powershell:X", #"$env:X = 'a''b"c\d$(id)`id`%0A!'"#),
        ("curl", #"header = "Authorization: Bearer a'b\"c\\d$(id)`id`%0A!""#),
        ("github:X", #"::add-mask::a'b"c\d$(id)`id`%250A!"#),
        ("header", #"Authorization: Bearer a'b"c\d$(id)`id`%0A!"#),
        (
            "azure-pipelines:X",
            ##"##vso[task.setsecret]a'b"c\d$(id)`id`%AZP250A!"## + "\n"
                + ##"##vso[task.setvariable variable=X;issecret=true]a'b"c\d$(id)`id`%AZP250A!"##
        ),
    ]

    @Test(arguments: hostile)
    func `whatever is in a token stays inside its quotes`(format: String, expected: String) throws {
        #expect(try text(format, #"a'b"c\d$(id)`id`%0A!"#) == expected + "\n")
    }

    @Test func `GitHub is told to mask first, and then given the variable`() throws {
        let terminal = RecordingTerminal()
        let files = FakeFiles(["/env": "before\n"])
        let world = World.fake(files: files, terminal: terminal, environment: ["GITHUB_ENV": "/env"])
        try report("t%").write(as: try OutputFormat("github:X", by: "-o"), in: world)
        #expect(terminal.output == "::add-mask::t%25\n")
        #expect(files["/env"].map { String(decoding: $0, as: UTF8.self) } == "before\nX=t%\n")
    }

    @Test func `outside of GitHub its format is refused, and prints nothing`() throws {
        let terminal = RecordingTerminal()
        let format = try OutputFormat("github", by: "-o")
        #expect(throws: Failure(.noInput, "")) { try report("t").write(as: format, in: .fake(terminal: terminal)) }
        #expect(terminal.output.isEmpty)
    }

    @Test func `the claims are those of the access token`() throws {
        let token = "eyJhbGciOiJub25lIn0." + Base64URL.encode(Array(#"{"b":1.0,"a":"\u0041"}"#.utf8)) + "."
        #expect(try text("claims", token) == "{\n  \"b\": 1.0,\n  \"a\": \"\\u0041\"\n}\n")
        let error = #expect(throws: Failure(.badData, "")) { try text("claims", "opaque-s3cret") }
        #expect(error?.message.contains("s3cret") == false)
    }

    @Test func `an app has no id token`() { #expect(throws: Failure(.badData, "")) { try text("id-token") } }
}
