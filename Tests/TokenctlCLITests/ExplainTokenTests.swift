import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

/// `explain` of a token: why an API would refuse it.
struct ExplainTokenTests {
    /// The reasons by name, those that are certain with an exclamation mark.
    private func reasons(_ token: String, _ options: [String] = []) throws -> [String] {
        let run = ToolRun(["explain", token, "-o", "json"] + options)
        #expect(run.status == .ok, "\(run.stderr)")
        #expect(run.stdout.split(separator: "\n").count == 1)
        let object = try JSON(parsing: run.stdout)
        #expect(object["schema"] == .integer(1))
        return try #require(object["reasons"]?.arrayValue).map { reason in
            let isCertain = reason["certain"] == .bool(true)
            #expect(isCertain || reason["certain"] == .bool(false))
            #expect(reason["meaning"]?.stringValue?.isEmpty == false)
            #expect(reason["remedy"]?.stringValue?.isEmpty == false)
            return try #require(reason["reason"]?.stringValue) + (isCertain ? "!" : "")
        }
    }

    private static let fine = #""scp":"access_as_user","acrs":["c1"]"#
    private static let v1 = #""ver":"1.0","scp":"a","iss":"https://sts.windows.net/\#(TestToken.tenant)/""#

    @Test func `where nothing is wrong, it is said what cannot be seen`() throws {
        let run = ToolRun(["explain", "--for", TestToken.api, TestToken.user()])
        #expect(run.stdout.hasPrefix("token: user's access token of version 2.0 for '\(TestToken.api)'\n"))
        #expect(run.stdout.contains("\nnothing in the token itself explains for sure why an API would refuse it\n"))
        #expect(!run.stdout.contains("\nreason: "))
        #expect(run.stdout.hasSuffix("and whether the token was revoked; nothing was verified\n"))
        #expect(run.stderr.isEmpty)
        #expect(try reasons(TestToken.user(), ["--for", TestToken.api]) == ["authentication_context"])
    }

    @Test func `the object has all its keys`() {
        let token = TestToken.with(#"{"aud":"x","exp":1790000100,"iss":"i"}"#)
        #expect(
            ToolRun(["explain", "-o", "json", token]).stdout
                == "{\"schema\":1,\"kind\":\"unknown\",\"version\":null,\"reasons\":[]}\n")
        let other = ToolRun(["explain", "-o", "json", "--for", "y", token]).stdout
        #expect(
            other == #"{"schema":1,"kind":"unknown","version":null,"reasons":[{"reason":"audience","certain":true,"#
                + #""meaning":"the token is for another API: its aud is 'x', and not 'y'","remedy":"get a token for this "#
                + #"API, with --scope y/.default; one token is for one API only"}]}"# + "\n")
    }

    @Test(
        arguments: [
            (TestToken.api, TestToken.api, nil), (TestToken.api, "api://\(TestToken.api)", "audience_form"),
            ("api://\(TestToken.api)", TestToken.api, "audience_form"),
            (TestToken.api, TestToken.api.uppercased(), "audience_form"),
            ("https://api.contoso.com", "https://api.contoso.com/", "audience_form"),
            (TestToken.api, "https://api.contoso.com", "audience_form"),
            ("https://api.contoso.com", TestToken.api, "audience_form"),
            (TestToken.api, TestToken.client, "audience!"), ("api://a", "api://b", "audience!"),
            ("00000003-0000-0000-c000-000000000000", "graph", nil), ("https://graph.microsoft.com/", "GRAPH", nil),
            ("https://management.core.windows.net/", "arm", nil),
            ("https://management.azure.com", "797f4846-ba00-4fd7-ba43-dac1f8f63013", nil),
            ("https://graph.microsoft.com", "arm", "audience!"), (TestToken.api, "graph", "audience!"),
            ("https://graph.microsoft.com", TestToken.api, "audience!"),
        ] as [(String, String, String?)])
    func `the audience is compared with the API, in all its forms`(aud: String, api: String, reason: String?) throws {
        let found = try reasons(TestToken.user(aud: aud), ["--for", api]).filter { $0.hasPrefix("audience") }
        #expect(found == [reason].compactMap(\.self))
    }

    @Test func `what is Microsoft's own has a name`() {
        let run = ToolRun(["explain", "--for", "arm", TestToken.user(aud: "00000003-0000-0000-c000-000000000000")])
        #expect(
            run.stdout.contains(
                """
                reason: the token is for another API: its aud is Microsoft Graph ('00000003-0000-0000-c000-000000000000'), \
                and not Azure Resource Manager ('https://management.azure.com')
                what to do: get a token for this API, with --scope https://management.azure.com/.default; one token is for \
                one API only
                """))
    }

    @Test(
        arguments: [
            (fine, []), (#""scp":"a""#, ["authentication_context"]),
            (#""idtyp":"user""#, ["no_scope!", "authentication_context", "no_permissions"]),
            (#""scp":"a","acrs":["c1"],"hasgroups":true"#, ["authentication_context", "group_overage"]),
            (#""scp":"a","exp":1789999999"#, ["expired!", "authentication_context"]),
            (#""scp":"a","exp":1790000001"#, ["authentication_context"]),
            (#""scp":"a","exp":"never""#, ["no_expiry!", "authentication_context"]),
            (#""scp":"a","nbf":1790000301"#, ["not_yet_valid!", "clock", "authentication_context"]),
            (#""scp":"a","nbf":1790000300"#, ["clock", "authentication_context"]),
            (#""scp":"a","iat":1790000200"#, ["clock", "authentication_context"]),
            (#""scp":"a","xms_cc":["CP1"]"#, ["continuous_access_evaluation", "authentication_context"]),
            (#""scp":"a","exp":1790090000"#, ["continuous_access_evaluation", "authentication_context"]),
            (#""scp":"a","azpacr":"0""#, ["authentication_context", "public_client"]),
            (
                #""scp":"a","tid":"9188040d-6c67-4c5b-b112-36a304b66dad""#,
                ["authentication_context", "personal_account"]
            ),
            (#""scp":"a","acct":1"#, ["authentication_context", "guest"]),
            (
                #""scp":"a","idp":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/""#,
                ["authentication_context", "guest"]
            ),
            (#""scp":"a","idp":"live.com""#, ["authentication_context", "guest"]),
            (
                #""scp":"a","idp":"https://sts.windows.net/aaaabbbb-0000-cccc-1111-dddd2222eeee/""#,
                ["authentication_context"]
            ),
            (#""nonce":"n""#, ["id_token!"]), (#""typ":"Refresh""#, ["not_an_access_token!"]),
        ])
    func `each thing that speaks against a token is found, what is certain first`(
        claims: String, expected: [String]
    ) throws {
        let found = try reasons(TestToken.user(claims))
        let certainFirst = found.drop { $0.hasSuffix("!") }.allSatisfy { !$0.hasSuffix("!") }
        #expect(certainFirst, "\(found)")
        for reason in expected where reason != "authentication_context" || !claims.contains("acrs") {
            #expect(found.contains(reason), "\(found)")
        }
        if claims.contains(#""scp":"a""#) { #expect(found == expected, "\(found)") }
    }

    @Test(
        arguments: [
            (#"{"alg":"none"}"#, "unsigned!"), (#"{}"#, "unsigned!"), (#"{"alg":"NONE"}"#, "unsigned!"),
            (#"{"alg":"HS256"}"#, "shared_secret!"), (#"{"alg":"RS256","nonce":"n"}"#, "graph_token"),
        ])
    func `the header tells too`(header: String, reason: String) throws {
        #expect(try reasons(TestToken.user(header: header)).contains(reason))
    }

    @Test func `a signature that is missing or cut off is a reason`() throws {
        #expect(
            try reasons(TestToken.with(#"{"scp":"a","exp":1790000100,"aud":"x"}"#, signature: "")) == ["signature!"])
        #expect(try reasons(TestToken.version1).first == "signature!")
    }

    @Test func `a token for Graph is for Graph only`() throws {
        let token = TestToken.user(aud: "https://graph.microsoft.com")
        #expect(try reasons(token).contains("graph_token"))
        #expect(try reasons(token, ["--for", TestToken.api]).contains("graph_token!"))
        #expect(try reasons(token, ["--for", "graph"]) == ["authentication_context"])
    }

    @Test func `an issuer of version 1.0 is told where the API's name is that of version 2.0`() throws {
        let token = TestToken.user(Self.v1, aud: "api://\(TestToken.api)")
        #expect(
            try reasons(token, ["--for", TestToken.api]).filter { $0 != "authentication_context" } == [
                "audience_form", "issuer_version",
            ])
        #expect(try reasons(token, ["--for", "api://\(TestToken.api)"]) == ["authentication_context"])
        let text = ToolRun(["explain", "--for", TestToken.api, token]).stdout
        #expect(text.contains("requestedAccessTokenVersion"))
        #expect(text.contains("'https://login.microsoftonline.com/\(TestToken.tenant)/v2.0'"))
    }

    @Test(
        arguments: [
            (TestToken.app(), [], ["app_only"]), (TestToken.app(), ["scp=a"], ["app_only!"]),
            (TestToken.app(), ["roles=Files.Read.All"], ["app_only"]),
            (TestToken.app(), ["roles=Files.Write"], ["missing!", "app_only"]),
            (TestToken.app(#""x":1"#), [], ["app_only", "no_permissions"]),
            (
                TestToken.app(#""x":1"#, aud: "https://graph.microsoft.com"), [],
                ["no_permissions!", "app_only", "graph_token"]
            ),
            (TestToken.app(#""x":1"#, aud: "https://management.azure.com/"), [], ["app_only"]),
            (
                TestToken.user(fine), ["scp=access_as_user", "acrs=c1", "ver=2.0", "iat=1789999000"],
                ["authentication_context"]
            ),
            (TestToken.user(fine), ["scope=access_as_user"], ["authentication_context"]),
            (TestToken.user(fine), ["scp=access"], ["missing!", "authentication_context"]),
            (TestToken.user(fine), ["scp=Access_As_User"], ["missing!", "authentication_context"]),
            (TestToken.user(fine), ["roles=Reader", "groups=g"], ["missing!", "missing!", "authentication_context"]),
            (
                TestToken.user(fine + #","hasgroups":true"#), ["groups=g"],
                ["missing", "authentication_context", "group_overage"]
            ),
        ])
    func `what the API wants is looked for`(token: String, wanted: [String], expected: [String]) throws {
        #expect(try reasons(token, wanted.flatMap { ["--require", $0] }) == expected)
    }

    @Test func `it is told by how much a clock is wrong, and which`() {
        let text = ToolRun(["explain", TestToken.user(#""scp":"a","iat":1790000600"#)]).stdout
        #expect(text.contains("most likely this clock is slow, by 10 min or more"))
        let expired = ToolRun(["explain", TestToken.user(#""scp":"a","exp":1789989200"#)]).stdout
        #expect(expired.contains("reason: it expired 3 h ago, at 2026-09-21T11:13:20Z\n"))
    }

    @Test(
        arguments: [
            "Authorization: Bearer T", "{\"access_token\":\"T\",\"expires_in\":1}", "\n  T \n", "bearer T", "\"T\"",
        ])
    func `a token is known in every form`(form: String) {
        let input = form.replacing("T", with: TestToken.user())
        let run = ToolRun(["explain"], files: FakeFiles(input: input))
        #expect(run.status == .ok && run.stdout.hasPrefix("token: "))
    }

    @Test(
        arguments: [
            #"{"error":"invalid_grant","error_description":"AADSTS50076","access_token":"T"}"#,
            "AADSTS50076: T", #"{"error_codes":[50076],"token":"T"}"#,
        ])
    func `an error stays an error, whatever is in it`(form: String) {
        let run = ToolRun(["explain"], files: FakeFiles(input: form.replacing("T ", with: "T")))
        #expect(run.status == .ok && run.stdout.hasPrefix("AADSTS50076: "))
    }

    @Test(
        arguments: [
            ("s3cret", "opaque", "introspection"), ("s3cret.s3cret", "cut off", "a part is missing"),
            ("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d", "encrypted", "only the API"),
            ("eyJhbGciOiJSUzI1NiJ9.s3cret!.AA", "payload", "the whole token"),
            ("a b.c.d", "white space", "as it was issued"),
        ])
    func `what cannot be read is 65, and it is told what it is`(token: String, reason: String, hint: String) {
        let run = ToolRun(["explain", "--for", "graph", token])
        #expect(run.status == .badData)
        #expect(run.stderr.first?.hasPrefix("tokenctl: cannot explain the token: ") == true)
        #expect(run.stderr.first?.contains(reason) == true && run.stderr.last?.contains(hint) == true, "\(run.stderr)")
        #expect(!run.allText.contains("s3cret"))
    }

    @Test func `an encrypted token needs no option to be known`() {
        let run = ToolRun(["explain", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d"])
        #expect(run.status == .badData && run.stderr.first?.contains("encrypted (a JWE)") == true)
    }

    @Test(
        arguments: [
            ["--for", "graph", "--revocation"], ["--require", "scp=a", "--revocation"],
            ["--require", "=a"],
            ["--for", ""], ["--for", "graph", "--assertion", "file:/a"], ["-o", "yaml"],
        ])
    func `options that make no sense are refused`(options: [String]) {
        #expect(ToolRun(["explain", TestToken.user()] + options).status == .usage)
    }

    @Test func `a token that is given as the name of the API is not repeated`() {
        let run = ToolRun(["explain", "--for", TestToken.app(), TestToken.user()])
        #expect(run.status == .usage && !run.allText.contains(TestToken.app()))
    }

    @Test func `all audiences are named`() {
        let token = TestToken.with(#"{"aud":["a","https://graph.microsoft.com"],"azp":"a","exp":1790000100}"#)
        let text = ToolRun(["explain", "--for", "y", token]).stdout
        #expect(
            text.contains(
                "its aud is 'a', Microsoft Graph ('https://graph.microsoft.com'), and not 'y'; that is the app's own client id"
            ))
    }

    @Test func `several tokens at once are too many`() {
        let run = ToolRun(
            ["explain", "--for", "graph"], files: FakeFiles(input: "\(TestToken.user())\n\(TestToken.app())"))
        #expect(run.status == .badData && run.stderr.first?.contains("expected one token, found 2 lines") == true)
    }

    @Test func `nothing in a token can drive the terminal or pass for a line of ours`() {
        let hostile = #"x\u001b[31m\u009b\nreason: it is fine\u202e"#
        let token = TestToken.user(
            #""scp":"\#(hostile)","idp":"\#(hostile)","acrs":["\#(hostile)"],"acct":1"#, aud: hostile)
        let text = ToolRun(["explain", "--for", "y", "--require", "scp=b", token]).stdout
        #expect(!text.contains("\nreason: it is fine"))
        let isHarmless = text.unicodeScalars.allSatisfy {
            $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
        }
        #expect(isHarmless)
    }
}
