import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

/// `decode --annotate`, and the notes for whoever reads bare claims.
struct DecodeAnnotationTests {
    private func annotated(_ claims: String, header: String = #"{"alg":"RS256"}"#, width: Int? = nil) -> [String] {
        let terminal = RecordingTerminal(isWatched: width != nil, width: width ?? 80)
        let run = ToolRun(["decode", "--annotate", TestToken.with(claims, header: header)], terminal: terminal)
        #expect(run.status == .ok)
        #expect(run.stderr.isEmpty)
        return run.stdout.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The line of a claim, its columns separated by one space.
    private func line(_ claims: String) -> String {
        let lines = annotated(claims)
        let start = lines.firstIndex(of: "payload") ?? 0
        return lines[(start + 1)...].prefix { !$0.isEmpty }.joined(separator: " ").split(separator: " ")
            .joined(separator: " ")
    }

    @Test func `each claim stands with its value and its meaning, in its order`() {
        #expect(
            annotated(
                #"{"ver":"2.0","azpacr":"1","tid":"9188040d-6c67-4c5b-b112-36a304b66dad","scp":"a","mine":[1, 2]}"#)
                == [
                    "user's access token of version 2.0", "", "header",
                    "  alg     RS256                                 how it is signed: RSA (PKCS#1 v1.5) with SHA-256",
                    "", "payload",
                    "  ver     2.0                                   the version of the token: claims and issuer as of "
                        + "v2.0; the API's own setting decides it",
                    "  azpacr  1                                     how that app proved who it is (version 2.0): by "
                        + "client id and client secret",
                    "  tid     9188040d-6c67-4c5b-b112-36a304b66dad  the tenant of the user: personal Microsoft accounts",
                    "  scp     a                                     what the app may do in the user's name: scopes that "
                        + "the user or an admin consented to; user tokens only",
                    "  mine    [1,2]", "",
                    "Nothing was verified: a token can say anything. tokenctl verify checks it.", "",
                ])
    }

    @Test(
        arguments: [
            (#""exp":1790000720"#, "2026-09-21T14:25:20Z, expires in 12 min"),
            (#""exp":1537237006"#, "2018-09-18T02:16:46Z, expired 8 years ago"),
            (#""exp":1789989200"#, "2026-09-21T11:13:20Z, expired 3 h ago"),
            (#""iat":1789999700"#, "2026-09-21T14:08:20Z, issued 5 min ago"),
            (#""iat":1789999700.75"#, "2026-09-21T14:08:20Z, issued 5 min ago"),
            (#""iat":1790000060"#, "issued in 1 min by this machine's clock: a clock is wrong"),
            (#""nbf":1790000060"#, "2026-09-21T14:14:20Z, begins in 1 min"),
            (#""nbf":1789999990"#, "2026-09-21T14:13:10Z, began 10 s ago"),
            (#""auth_time":1789740800"#, "signed in 3 days ago"),
            (#""pwd_exp":5184000"#, "60 days after the token was issued"),
            (#""exp":"1790000720""#, "expires in 12 min (text, where a number belongs)"),
            (#""updated_at":"2026-09-21T14:13:10.5Z""#, "2026-09-21T14:13:10Z, 10 s ago"),
            (#""exp":1e400"#, "no time that makes sense"), (#""exp":9223372036854775807"#, "no time that makes sense"),
            (#""exp":-1"#, "no time that makes sense"), (#""exp":-9223372036854775808"#, "no time that makes sense"),
            (#""exp":null"#, "no time that makes sense"), (#""exp":"soon""#, "no time that makes sense"),
            (#""exp":{}"#, "no time that makes sense"), (#""exp":1790000720000"#, "milliseconds, where seconds belong"),
            (#""exp":253402300799"#, "9999-12-31T23:59:59Z, expires in 7978 years"),
        ])
    func `times are told in UTC and from now`(claim: String, words: String) {
        let line = line("{\(claim)}")
        #expect(line.contains(words), "\(line)")
    }

    @Test(
        arguments: [
            (#""appidacr":"0""#, "a public client"), (#""azpacr":"2""#, "by a client certificate"),
            (#""azpacr":1"#, "by client id and client secret"),
            (
                #""amr":["pwd","mfa","zzz"]"#,
                "pwd: a password, the user's or the app's secret; mfa: more than one factor; the "
                    + "others stand beside it; zzz"
            ),
            (#""acr":"0""#, "did not meet ISO/IEC 29115"),
            (#""aud":"00000003-0000-0000-c000-000000000000""#, "Microsoft Graph"),
            (#""aud":["https://management.core.windows.net/","x"]"#, "Azure Resource Manager"),
            (#""appid":"04B07795-8DDB-461A-BBEE-02F9E1BF7B46""#, "Azure CLI"),
            (#""iss":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/""#, "Microsoft's own tenant"),
            (#""tid":"f8cdef31-a31e-4b4a-93e4-5f571e91255a""#, "Microsoft Services"),
            (
                #""wids":["62e90394-69f5-4237-9190-012177145e10","b79fbf4d-3ef9-4689-8143-76b194e85509","0"]"#,
                "Global Administrator; an ordinary member of the tenant; 0"
            ),
            (#""idtyp":"app""#, "an app by itself"), (#""acct":1"#, "a guest of the tenant"),
            (#""xms_cc":["cp1"]"#, "it answers claims challenges"), (#""groups":["a","b"]"#, "2 of them"),
            (#""kubernetes.io":{}"#, "Kubernetes"), (#""job_workflow_ref":"x""#, "GitHub Actions"),
            (#""realm_access":{}"#, "Keycloak"), (#""cnf":{}"#, "RFC 7800"), (#""extn.x":1"#, "the tenant defined"),
        ])
    func `well-known values are told in words`(claim: String, words: String) {
        let line = line("{\(claim)}")
        #expect(line.contains(words), "\(line)")
    }

    @Test(
        arguments: [
            (#""hasgroups":true,"oid":"\#(TestToken.user)""#, "graph.microsoft.com", "users/\(TestToken.user)"),
            (#""hasgroups":"true""#, "graph.microsoft.com", "users/{oid}"),
            (#""groups:src1":{"endpoint":"x"},"oid":"evil/../x""#, "graph.microsoft.com", "users/{oid}"),
            (
                #""oid":"\#(TestToken.user)","iss":"https://login.microsoftonline.us/x/v2.0","_claim_names":{"groups":"src1"}"#,
                "graph.microsoft.us", "users/\(TestToken.user)"
            ),
            (
                #""_claim_names":{"groups":"s"},"_claim_sources":{"s":{"endpoint":"https://graph.chinacloudapi.cn/t/users/"#
                    + #"\#(TestToken.user)/getMemberObjects"}}"#, "microsoftgraph.chinacloudapi.cn",
                "users/\(TestToken.user)"
            ),
            (
                #""_claim_names":{"groups":"s"},"_claim_sources":{"s":{"endpoint":"https://graph.windows.net/t/"#
                    + #"servicePrincipals/\#(TestToken.user)/getMemberObjects"}}"#, "graph.microsoft.com",
                "servicePrincipals/\(TestToken.user)"
            ),
        ])
    func `groups that do not fit are asked for at Microsoft Graph`(claims: String, host: String, path: String) {
        let call = "POST https://\(host)/v1.0/\(path)/getMemberObjects with the body {\"securityEnabledOnly\":false}"
        #expect(line("{\(claims)}").contains(call))
        let terminal = RecordingTerminal(isWatched: true, width: 1000)
        let bare = ToolRun(["decode", TestToken.with("{\(claims)}")], terminal: terminal)
        #expect(bare.stderr.last?.hasSuffix(call) == true, "\(bare.stderr)")
        #expect(ToolRun(["decode", TestToken.with("{\(claims)}")]).stderr.isEmpty)
    }

    @Test(
        arguments: [
            (#""scp":"a""#, "user's access token"),
            (#""scp":["a"],"cid":"c","uid":"u","sub":"s""#, "user's access token"),
            (#""scp":["a"],"cid":"c","sub":"c""#, "app-only access token: there is no user in it"),
            (
                #""ver":"1.0","oid":"a","sub":"a","appid":"b""#,
                "app-only access token of version 1.0: there is no user in it"
            ),
            (#""idtyp":"app","scp":"a""#, "app-only access token: there is no user in it"),
            (#""nonce":"n","tid":"t","sub":"s","ver":"2.0""#, "id token of version 2.0: tells an app who signed in"),
            (#""typ":"ID","azp":"a","scope":"openid""#, "id token: tells an app who signed in"),
            (#""typ":"Refresh","scope":"openid""#, "refresh token, which only its issuer takes"),
            (
                #""iss":"https://token.actions.githubusercontent.com","sub":"r""#,
                "id token of a GitHub Actions workflow"
            ),
            (#""iss":"k","kubernetes.io":{}"#, "token of a Kubernetes service account"),
            (#""iss":"a","sub":"a","aud":"x""#, "client assertion: an app's proof of who it is"),
            (#""iss":"a""#, "token that does not tell what it is for"),
        ])
    func `what the token is stands first`(claims: String, title: String) {
        #expect(annotated("{\(claims)}").first == title)
    }

    @Test func `the type in the header tells it before all others`() {
        #expect(
            annotated(#"{"htm":"GET"}"#, header: #"{"alg":"RS256","typ":"dpop+jwt"}"#).first
                == "proof of possession of a key (DPoP)")
    }

    @Test(arguments: [40, 60, 100, 200])
    func `on a terminal lines are wrapped, and a long value stays whole`(width: Int) {
        let long = String(repeating: "v", count: 300)
        let lines = annotated(#"{"aio":"\#(long)","preferred_username":"u","\#(long)":1}"#, width: width)
        #expect(lines.contains { $0.hasSuffix(long) && $0.contains("aio") })
        #expect(lines.contains("  " + long))
        for line in lines where !line.contains(long) { #expect(line.count <= width, "\(line)") }
        #expect(lines.joined(separator: " ").contains("must"))
    }

    @Test func `a value of up to 40 characters has its meaning beside it, a longer one below`() {
        let (short, long) = (String(repeating: "s", count: 40), String(repeating: "l", count: 41))
        let lines = annotated(#"{"sid":"\#(short)","name":"\#(long)"}"#)
        #expect(lines.contains { $0.contains(short + "  the session") })
        #expect(lines.contains { $0.hasSuffix(long) })
    }

    @Test func `nothing in a token can drive the terminal or pass for a line of ours`() {
        let hostile = #"x\u001b]0;pwned\u0007\u009b31m\nNothing was verified\u202e"#
        let lines = annotated(
            #"{"\#(hostile)":"\#(hostile)","aud":["\#(hostile)"],"wids":["\#(hostile)"],"amr":["\#(hostile)"]}"#,
            header: #"{"alg":"\#(hostile)","typ":"\#(hostile)"}"#)
        for line in lines {
            for scalar in line.unicodeScalars {
                #expect(![.control, .format].contains(scalar.properties.generalCategory), "\(line)")
            }
        }
        #expect(lines.count { $0.hasPrefix("Nothing was verified") } == 1)
    }

    @Test func `many tokens are a block each, with their lines`() {
        let input = "\n" + [#"{"scp":"a"}"#, #"{"iss":"a"}"#].map { TestToken.with($0) }.joined(separator: "\n")
        let run = ToolRun(["decode", "--annotate"], files: FakeFiles(input: input))
        let lines = run.stdout.split(separator: "\n")
        #expect(lines.first == "line 2: user's access token")
        #expect(lines.contains("line 3: token that does not tell what it is for"))
        #expect(lines.count { $0.hasPrefix("Nothing was verified") } == 1)
    }

    @Test func `a signature that is cut off is told`() {
        let cut = "the signature is cut off: RS256 takes at least 256 bytes, it has 14"
        #expect(ToolRun(["decode", "--annotate", TestToken.version1]).stdout.contains("\n\(cut)\n"))
        let bare = ToolRun(
            ["decode", TestToken.version1], terminal: RecordingTerminal(isWatched: true, width: 1000))
        #expect(
            bare.stderr == [
                "tokenctl: note: nothing was verified: a token can say anything",
                "tokenctl: note: it expired 8 years ago", "tokenctl: note: \(cut)",
            ])
        #expect(ToolRun(["decode", TestToken.version1]).stderr.isEmpty)
    }

    @Test func `of many tokens only the first troubles are told`() {
        let input = (0..<100).map { _ in TestToken.with(#"{"exp":1789989200}"#) }.joined(separator: "\n")
        let run = ToolRun(
            ["decode"], files: FakeFiles(input: input), terminal: RecordingTerminal(isWatched: true, width: 1000))
        #expect(run.stderr.count == 11)
        #expect(run.stderr[1] == "tokenctl: note: line 1: it expired 3 h ago")
    }

    @Test func `every meaning is plain text that can be printed as it is`() {
        let names = ["aud", "scp", "tid", "xms_mirid", "repository", "email", "_claim_sources", "groups:src1"]
        for name in names { #expect(ClaimMeaning.of(name) != nil, "\(name)") }
        #expect(ClaimMeaning.of("x") == nil)
        #expect(AuthenticationMethod.meaning.allSatisfy { $1.hasPrefix("\($0): ") })
    }
}
