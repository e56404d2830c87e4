import ArgumentParser
import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenctlCLI

struct ExplainCommandTests {
    private static let mfa = """
        AADSTS50076: a policy of the tenant wants MFA
        whose fault: the person who signs in
        what to do: sign in with MFA: tokenctl device-code or tokenctl auth-code
        exit status: 20 (interaction-required)

        """

    private static let answer = #"""
        {"error":"interaction_required","error_description":"AADSTS50076: Due to a change you must use MFA. s3cret\r\n
        """# + #"""
            Trace ID: b72a\r\nCorrelation ID: 73d656cf-54b1-4eb2-b429-26d8165a52d7\r\nTimestamp: 2017-05-01 22:43:20Z",
            "error_codes":[50076],"timestamp":"2017-05-01 22:43:20Z","trace_id":"b72a","suberror":"basic_action",
            "correlation_id":"73d656cf-54b1-4eb2-b429-26d8165a52d7","claims":"{\"access_token\":{\"p\":\"\\u0041\"}}"}
            """#

    @Test(
        arguments: [
            (["AADSTS50076"], nil), (["aadsts50076"], nil), (["50076"], nil), ([], "50076\n"), (["-"], " AADSTS50076 "),
            (["stdin"], "AADSTS50076"), (["file:/e"], nil), (["failed (AADSTS50076), pass=s3cret"], nil),
            (["https://login.microsoftonline.com/error?code=50076"], nil), ([#"{"code":50076}"#], nil),
            ([#"{"code":401,"message":"AADSTS50076: s3cret"}"#], nil),
            ([#"{"error":{"code":"x","message":"AADSTS50076: s3cret"}}"#], nil),
            (["AADSTS50076 AADSTS50076: twice"], nil), ([#"{"error_codes":[50076]}"#], nil),
            ([#"{"error_codes":[50076], broken s3cret AADSTS50076"#], nil),
        ] as [([String], String?)])
    func `a number is found wherever it stands, and nothing else is shown`(arguments: [String], input: String?) {
        let run = ToolRun(["explain"] + arguments, files: FakeFiles(["/e": "x AADSTS50076: y"], input: input))
        #expect(run.status == .ok)
        #expect(run.stdout == Self.mfa)
        #expect(run.stderr.isEmpty)
    }

    @Test(arguments: [answer, "400 Bad Request \(answer)\n\tat com.microsoft"])
    func `an answer's sub-error, ids and claims challenge are told`(text: String) {
        let run = ToolRun(["explain"], files: FakeFiles(input: text))
        #expect(
            run.stdout == Self.mfa + """

                suberror: basic_action: the person can put it right in the course of a sign-in
                correlation id: 73d656cf-54b1-4eb2-b429-26d8165a52d7, timestamp: 2017-05-01 22:43:20Z
                claims challenge, for --claims: {"access_token":{"p":"\\u0041"}}

                """)
    }

    @Test func `the object has all its keys, and the claims byte for byte`() {
        let run = ToolRun(["explain", "-o", "json"], files: FakeFiles(input: Self.answer))
        #expect(
            run.stdout == #"""
                {"schema":1,"code":50076,"error":"interaction_required","suberror":"basic_action",
                """# + #"""
                    "meaning":"a policy of the tenant wants MFA","fault":"person",
                    """# + #"""
                    "remedy":"sign in with MFA: tokenctl device-code or tokenctl auth-code","exit":20,
                    """# + #"""
                    "kind":"interaction_required","retryable":false,"correlation_id":"73d656cf-54b1-4eb2-b429-26d8165a52d7",
                    """# + #"""
                    "timestamp":"2017-05-01 22:43:20Z","claims":"{\"access_token\":{\"p\":\"\\u0041\"}}","presented":null,
                    """# + #"""
                    "assertion":null,"seconds_outside":null}

                    """#)
        let bare = ToolRun(["explain", "-o", "json", "50033"])
        #expect(
            bare.stdout == #"""
                {"schema":1,"code":50033,"error":null,"suberror":null,"meaning":"Entra is in trouble for the moment",
                """# + #"""
                    "fault":"provider","remedy":"try again in a moment","exit":75,"kind":"try_again","retryable":true,
                    """# + #"""
                    "correlation_id":null,"timestamp":null,"claims":null,"presented":null,"assertion":null,
                    """# + #"""
                    "seconds_outside":null}

                    """#)
    }

    @Test func `what tokenctl itself wrote can be explained, as text and as an object`() throws {
        let transport = ScriptedTransport([.answer(Contoso.endpoint, Self.answer, status: 400)])
        let json = ToolRun(
            ["client-credentials", "--no-cache", "--error-format", "json"], environment: Contoso.environment,
            transport: transport)
        let text = try #require(json.stderr.last)
        let run = ToolRun(["explain"], files: FakeFiles(input: text))
        #expect(run.stdout.hasPrefix(Self.mfa))
        #expect(run.stdout.contains(#"{"access_token":{"p":"\u0041"}}"#))
        let lines = ToolRun(
            ["explain"],
            files: FakeFiles(
                input: """
                    tokenctl: cannot get a token: invalid_grant: No (AADSTS50076)
                    correlation id: 73d656cf-54b1-4eb2-b429-26d8165a52d7, timestamp: 2017-05-01 22:43:20Z
                    """))
        #expect(lines.stdout.hasSuffix("b429-26d8165a52d7, timestamp: 2017-05-01 22:43:20Z\n"))
    }

    @Test(
        arguments: [
            #"{"type":"MsalUiRequiredException","error_code":"invalid_grant","sub_error":"basic_action","claims":""}"#,
            #"{"errorCode":"invalid_grant","errorMessage":"s3cret","subError":"basic_action","correlationId":"x"}"#,
            #"got \"error\":\"invalid_grant\",\"suberror\":\"basic_action\" for s3cret"#,
            #"{"error":"invalid_grant","suberror":"basic_action"}"#,
        ])
    func `without a number the error's name is explained`(text: String) {
        let run = ToolRun(["explain", text])
        #expect(
            run.stdout == """
                invalid_grant: the code, refresh token, password or assertion is wrong, expired, revoked or another app's
                whose fault: nobody: this happens in the ordinary course
                what to do: sign in again, or get a new assertion
                exit status: 77 (refused)

                suberror: basic_action: the person can put it right in the course of a sign-in

                """)
    }

    @Test func `several numbers are explained in their order, each once`() {
        let text = "AADSTS70002: Error validating credentials. AADSTS54005: used. AADSTS70002, AADSTS9999999"
        let run = ToolRun(["explain", text])
        #expect(run.status == .ok)
        let titles = run.stdout.split(separator: "\n").filter { $0.hasPrefix("AADSTS") }.map { $0.prefix { $0 != ":" } }
        #expect(titles == ["AADSTS70002", "AADSTS54005", "AADSTS9999999"])
        #expect(run.stdout.contains("look it up at https://login.microsoftonline.com/error?code=9999999\n"))
        let json = ToolRun(["explain", "-o", "json", "50076, 65001"]).stdout.split(separator: "\n")
        #expect(json.map { $0.prefix(26) } == [#"{"schema":1,"code":50076,""#, #"{"schema":1,"code":65001,""#])
    }

    @Test(arguments: ["", " \n", "s3cret-without-a-code", "AADSTS", "AADSTS99999999999999999999", "{}", "５００７６", "-1"])
    func `what has no code in it is 65, and is not repeated`(text: String) {
        let run = ToolRun(["explain"], files: FakeFiles(input: text))
        #expect(run.status == .badData)
        #expect(run.stderr.first == "tokenctl: there is no error code in the input")
        #expect(run.stderr.dropFirst().first?.hasPrefix("hint: ") == true)
    }

    @Test func `a number that is not in the table is 30, with where to look it up`() {
        let run = ToolRun(["explain", "AADSTS9999999: s3cret"])
        #expect(run.status == .notVerified)
        #expect(
            run.stderr == [
                "tokenctl: this version does not know AADSTS9999999",
                "hint: look it up at https://login.microsoftonline.com/error?code=9999999",
            ])
    }

    @Test func `a number of B2C's is not taken for Entra's`() {
        let known = ToolRun(["explain", "AADB2C90225: s3cret"])
        #expect(
            known.stdout.split(separator: "\n") == [
                "AADB2C90225: the user name or the password is wrong", "whose fault: the person who signs in",
                "what to do: check both, and the policy", "exit status: 22 (bad-credentials)",
            ])
        let unknown = ToolRun(["explain", "AADB2C90047"])
        #expect(unknown.status == .notVerified)
        #expect(
            unknown.stderr == [
                "tokenctl: this version does not know AADB2C90047",
                "hint: look it up at https://learn.microsoft.com/azure/active-directory-b2c/error-codes, "
                    + "as it is Azure AD B2C's",
            ])
    }

    private static let token =
        [#"{"alg":"none"}"#, #"{"iss":"https://i","sub":"repo:A/b:ref","aud":["api://x","y"],"jti":"s3cret"}"#]
        .map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".") + ".c2lnbmF0dXJl"

    @Test(
        arguments: [
            (
                "AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: "
                    + "'https://i'. Assertion Subject: 'repo:a/b:ref'. Assertion Audience: 'api://x'. https://docs",
                ["iss: https://i", "sub: repo:a/b:ref", "aud: api://x"]
            ),
            (
                "AADSTS700211: No matching federated identity record found for presented assertion issuer 'https://i'.",
                ["iss: https://i"]
            ),
            (
                #"{"error_description":"AADSTS700213: … presented assertion subject \u0027repo:\u001b[1ma\u0027. Check"}"#,
                ["sub: repo:[1ma"]
            ), ("AADSTS700212: Presented assertion audience 'api://x', and 's3cret'", ["aud: api://x"]),
            ("AADSTS700212: no quotes", []),
        ] as [(String, [String])])
    func `a federated identity that does not match is shown, beside the assertion`(text: String, rows: [String]) {
        let alone = ToolRun(["explain", text])
        let details = alone.stdout.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(5).dropLast()
        #expect(details == rows[...].map { $0[...] }[...])
        let beside = ToolRun(
            ["explain", "--assertion", "file:/t", text], files: FakeFiles(["/t": Self.token + "\n"]))
        #expect(
            beside.stdout.hasSuffix(
                "assertion iss: https://i\nassertion sub: repo:A/b:ref\nassertion aud: api://x y\n"))
        #expect(!beside.allText.contains("s3cret") && !beside.allText.contains(Self.token))
    }

    @Test func `an assertion that is no token is 65, and a bare one is not taken`() {
        let bad = ToolRun(["explain", "700213", "--assertion", "file:/t"], files: FakeFiles(["/t": "s3cret.x"]))
        #expect(bad.status == .badData && !bad.allText.contains("s3cret"))
        #expect(ToolRun(["explain", "700213", "--assertion", Self.token]).status == .usage)
        #expect(ToolRun(["explain", "--assertion", "-"], files: FakeFiles(input: "50076")).status == .usage)
        #expect(ToolRun(["explain", "700213", "--assertion", "-"], files: FakeFiles(input: Self.token)).status == .ok)
    }

    @Test(
        arguments: [
            (700024, "1970-01-01T00:00:00.0000000Z", "2024-10-02T21:30:53.0000000Z", 2050, "34 min 10 s before"),
            (700024, "2024-10-02T22:05:13Z", "2024-10-02T22:15:03Z", -10, "10 s after"),
            (700024, "2024-10-02T22:00:00Z", "2024-10-02T22:15:03Z", nil, nil),
            (50013, nil, "2024-10-01T21:00:00Z", 90303, "1 d 1 h before"),
            (500133, nil, "2024-10-02T22:05:03.9Z", 0, "0 s before"), (500133, nil, "soon", nil, nil),
        ] as [(Int, String?, String, Int?, String?)])
    func `by how much an assertion was outside its time is told`(
        number: Int, start: String?, end: String, seconds: Int?, words: String?
    ) {
        let text =
            "AADSTS\(number): Assertion is not within its valid time range. Current time: 2024-10-02T22:05:03.6755165Z, "
            + (start.map { "assertion valid from \($0), " } ?? "") + "expiry time of assertion \(end). Review it"
        let line = ToolRun(["explain", text]).stdout.split(separator: "\n").first { $0.hasPrefix("time: ") }
        #expect((line == nil) == (words == nil))
        if let words { #expect(line?.contains(words) == true, "\(line ?? "")") }
        let json = ToolRun(["explain", "-o", "json", text]).stdout
        #expect(json.hasSuffix("\"seconds_outside\":\(seconds.map(String.init) ?? "null")}\n"))
    }

    @Test(
        arguments: [
            #""correlation_id":"s3cret""#, #""correlation_id":"\u001b[31m""#, #""timestamp":"s3cret""#,
            #""claims":"s3cret""#, #""claims":{"a":"s3cret"}"#, #""suberror":"s3cret""#, #""error":"s3cret""#,
            #""error_description":"Correlation ID: s3cret""#,
        ])
    func `a member that is not what it should be is left out`(member: String) {
        let run = ToolRun(["explain"], files: FakeFiles(input: #"{"error_codes":[50076],\#(member)}"#))
        #expect(run.stdout == Self.mfa)
        let json = ToolRun(["explain", "-o", "json"], files: FakeFiles(input: #"{"error_codes":[50076],\#(member)}"#))
        #expect(json.status == .ok && !json.stdout.contains("s3cret"))
    }

    @Test(arguments: ["aadst { presented assertion ' ", "suberror x ", "aadsts", "{"])
    func `a long text is read through in reasonable time`(text: String) {
        let input = String(repeating: text, count: 200_000 / text.count) + " AADSTS50076"
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(ToolRun(["explain"], files: FakeFiles(input: input)).stdout == Self.mfa)
        }
        #expect(time < .seconds(10))
    }

    @Test func `a wrong format is refused`() {
        #expect(ToolRun(["explain", "-o", "xml", "50076"]).status == .usage)
        #expect(ToolRun(["explain", "--error-format", "xml", "50076"]).status == .usage)
    }

    @Test func `every command and option in what to do is a real one`() {
        let hints = EntraError.topics.joined().map(\.hint) + ErrorName.all.map(\.hint)
        let help = RootCommand.commands.map { RootCommand.helpMessage(for: $0) }.joined()
        for hint in hints {
            let words = hint.split { $0 == " " || $0 == ":" || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" }
            for (word, next) in zip(words, words.dropFirst()) where word == "tokenctl" {
                #expect(RootCommand.commands.contains { $0.configuration.commandName == String(next) }, "\(hint)")
            }
            for word in words where word.hasPrefix("--") { #expect(help.contains("\(word) "), "\(hint)") }
        }
    }
}
