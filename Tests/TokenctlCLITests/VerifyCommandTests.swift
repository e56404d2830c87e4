import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct VerifyCommandTests {
    private static let issuer = "https://idp.example"
    private let key: PrivateKey
    private let pem: String

    init() throws {
        key = try PrivateKey.generate(.p256)
        pem = try key.pem
    }

    /// - Parameter changes: claims to set, or with nil to leave out.
    private func token(_ changes: [String: JSON?] = [:], by other: PrivateKey? = nil) throws -> String {
        var claims: JSONObject = [
            "iss": .string(Self.issuer), "aud": .string("api"), "sub": .string("s"), "scope": .string("read write"),
            "exp": .integer(FakeClock.start + 600), "jti": .string("id-1"),
        ]
        for (name, value) in changes { claims[name] = value }
        return try CompactJWS.sign(
            header: ["kid": .string("k1")], payload: Array(JSON.object(claims).compact.utf8), with: other ?? key,
            using: .es256)
    }

    private var keySet: String {
        var jwk = key.publicKey.jwk
        jwk["kid"] = .string("k1")
        return JSON.object(["keys": .array([.object(jwk)])]).compact
    }

    private var published: ScriptedTransport {
        ScriptedTransport(
            .answer(
                "\(Self.issuer)/.well-known/openid-configuration",
                #"{"issuer":"\#(Self.issuer)","jwks_uri":"\#(Self.issuer)/keys"}"#),
            .answer("\(Self.issuer)/keys", keySet))
    }

    private var files: FakeFiles { FakeFiles(["/keys.json": keySet, "/key.pem": pem]) }

    /// A run with the keys in a file.
    private func verify(
        _ token: String, _ options: [String] = [], files: FakeFiles? = nil, environment: [String: String] = [:],
        printsOnFailure: Bool = false
    ) -> ToolRun {
        ToolRun(
            ["verify", "--jwks", "/keys.json"] + options + [token], environment: environment,
            printsOnFailure: printsOnFailure, files: files ?? self.files)
    }

    @Test func `a good token is worth no words`() throws {
        let run = verify(try token())
        #expect(run.status == .ok)
        #expect(run.allText.isEmpty)
    }

    @Test func `whoever sits there is told that it is good`() throws {
        let run = ToolRun(
            ["verify", "--jwks", "/keys.json", try token()], files: files, terminal: RecordingTerminal(isWatched: true))
        #expect(run.stderr == ["tokenctl: note: the token is good"])
        #expect(run.stdout.isEmpty)
    }

    @Test func `all that is wrong is said, and a hint`() throws {
        let run = verify(
            try token(["exp": .integer(1)], by: try PrivateKey.generate(.p256)),
            [
                "--audience", "other", "--require", "scope=admin", "--require", "tid", "--issuer",
                "https://other.example",
            ])
        #expect(run.status == .notVerified)
        let checks = run.stderr.dropLast(2).map { $0.split(separator: ": ")[1] }
        #expect(checks == ["signature", "iss", "aud", "exp", "scope", "tid"])
        #expect(
            run.stderr.suffix(2) == [
                "tokenctl: the token is not verified: 6 checks failed",
                "hint: see what it says with tokenctl decode --annotate",
            ])
    }

    @Test func `one thing that is wrong is said in one line, also as JSON`() throws {
        let run = verify(try token(), ["--audience", "other"])
        #expect(run.stderr.first == "tokenctl: the token is not verified: aud: expected other, found api")
        let json = verify(try token(), ["--audience", "other", "--error-format", "json"])
        #expect(json.stderr.count == 1)
        #expect(try JSON(parsing: json.stderr[0])["exit"]?.intValue == 30)
    }

    @Test func `a report has all its keys, whatever came of it`() throws {
        let good = verify(try token(), ["-o", "json"])
        #expect(
            good.stdout
                == #"{"schema":1,"verified":true,"failures":[],"kid":"k1","alg":"ES256","issuer":"https://idp.example"}"#
                + "\n")
        let bad = verify(try token(), ["-o", "json", "--audience", "other"], printsOnFailure: true)
        #expect(bad.status == .notVerified)
        #expect(
            bad.stdout
                == #"{"schema":1,"verified":false,"failures":[{"check":"aud","expected":"other","actual":"api"}],"#
                + #""kid":"k1","alg":"ES256","issuer":"https://idp.example"}"# + "\n")
        let none = verify("x.y", ["-o", "json"], printsOnFailure: true)
        #expect(none.status == .badData)
        #expect(try JSON(parsing: none.stdout)["failures"]?.arrayValue?.first?["check"]?.stringValue == "format")
    }

    @Test func `of many tokens each is judged, and the worst counts`() throws {
        let lines = [try token(), try token(["aud": .string("x")]), "", "garbage", try token()].joined(separator: "\n")
        let arguments = ["verify", "--jwks", "/keys.json", "--audience", "api"]
        func run(_ options: [String]) -> ToolRun {
            ToolRun(
                arguments + options, printsOnFailure: true, files: FakeFiles(["/keys.json": keySet], input: lines))
        }
        let json = run(["-o", "json"])
        #expect(json.status == .badData)
        let reports = try json.stdout.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
        #expect(reports.map { $0["verified"]?.boolValue } == [true, false, false, true])
        let text = run([])
        #expect(text.stdout.isEmpty)
        #expect(text.stderr.first == "tokenctl: line 2: aud: expected api, found x")
        #expect(text.stderr.dropFirst().first?.hasPrefix("tokenctl: line 4: format: ") == true)
        #expect(text.stderr.last == "tokenctl: 2 of 4 tokens are not verified")
        #expect(run(["-o", "claims"]).stdout.isEmpty)
    }

    @Test func `the claims of a good token are printed as they stand`() throws {
        let run = verify(try token(["n": .number("1.50")]), ["-o", "claims"])
        #expect(run.stdout.contains("\"n\": 1.50"))
        #expect(verify(try token(), ["-o", "claims", "--audience", "x"]).stdout.isEmpty)
    }

    @Test func `an issuer is asked for its keys, and they are kept for the next run`() throws {
        let files = FakeFiles()
        func run(_ options: [String], _ transport: any Transport) throws -> ToolRun {
            ToolRun(
                ["verify", "--issuer", Self.issuer, try token()] + options, environment: ["HOME": "/home/u"],
                transport: transport, files: files)
        }
        #expect(try run(["--audience", "api"], published).status == .ok)
        #expect(files.storeDirectories == ["/home/u/.config/tokenctl/keys"])
        #expect(try run(["--audience", "api"], Missing()).status == .ok)
        #expect(try run(["--any-audience"], Missing()).status == .ok)
        let again = published
        #expect(try run(["--any-audience", "--no-cache"], again).status == .ok)
        #expect(again.isExhausted)
        let usage = try run([], Missing())
        #expect(usage.status == .usage)
        #expect(usage.stderr[0].contains("not said whom the token has to be for"))
    }

    @Test func `keys that cannot be had are 31`() throws {
        let trouble = ScriptedTransport(
            .failure(
                "\(Self.issuer)/.well-known/openid-configuration", Failure(.unavailable, "no route to idp.example")))
        let run = ToolRun(
            ["verify", "--issuer", Self.issuer, "--any-audience", try token()], environment: ["HOME": "/home/u"],
            transport: trouble)
        #expect(run.status == .notVerifiable)
        #expect(run.stderr[0].contains("no route to idp.example"))
    }

    @Test func `with given keys, the environment's issuer does not count`() throws {
        let environment = ["TOKENCTL_ISSUER": "https://other.example", "TOKENCTL_TENANT": Contoso.tenant]
        #expect(verify(try token(), environment: environment).status == .ok)
        #expect(
            verify(try token(), ["--issuer", "https://other.example"], environment: environment).status == .notVerified)
    }

    static let keyForms = [
        (["--key", "/key.pem"], true), (["--key", "file:/key.pem"], true), (["--key", "env:KEY"], true),
        (["--key", "/keys.json"], true), (["--jwks", "file:/keys.json"], true), (["--jwks", "env:JWK"], true),
        (["--key", "/other.pem"], false),
    ]

    @Test(arguments: keyForms)
    func `a key comes in many forms`(options: [String], isItsKey: Bool) throws {
        let files = FakeFiles([
            "/key.pem": pem, "/keys.json": keySet, "/other.pem": try PrivateKey.generate(.p256).pem,
        ])
        let jwk = JSON.object(key.publicKey.jwk).compact
        let run = ToolRun(
            ["verify", try token()] + options, environment: ["KEY": pem, "JWK": jwk], files: files)
        #expect(run.status == (isItsKey ? .ok : .notVerified))
    }

    /// RFC 7515 appendix A.1.
    private static let mac = """
        eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNv\
        bS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
        """
    private static let macKey = """
        {"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}
        """

    @Test func `shared secrets count only for whoever allows them`() {
        func status(_ options: [String]) -> TokenctlCLI.ExitStatus {
            let files = FakeFiles(["/secret.json": Self.macKey, "/key.pem": pem])
            return ToolRun(["verify", "--signature-only", Self.mac] + options, files: files).status
        }
        #expect(status(["--key", "/secret.json"]) == .notVerified)
        #expect(status(["--key", "/secret.json", "--allow-hmac"]) == .ok)
        #expect(status(["--jwks", "/secret.json", "--allow-hmac"]) == .ok)
        #expect(status(["--key", "/key.pem", "--allow-hmac"]) == .notVerified)
        #expect(status(["--issuer", Self.issuer, "--allow-hmac"]) == .usage)
    }

    @Test func `a shared secret may be plain text, and is never shown`() throws {
        let secret = "0123456789abcdef0123456789abcdef"
        let token = Self.mac.split(separator: ".").prefix(2).joined(separator: ".")
        let mac = "Wo9cA0F3NMRe5fO9m0YMF3gjL2p4HWlTcnlKnbP6jCk"
        let run = ToolRun(
            ["verify", "--signature-only", "--allow-hmac", "--key", "env:S", "\(token).\(mac)"],
            environment: ["S": secret])
        #expect(run.status == .notVerified)
        #expect(!run.allText.contains(secret))
        let unknown = ToolRun(["verify", "--allow-hmac", "--key", secret, Self.mac])
        #expect(unknown.status == .noInput)
        #expect(!unknown.allText.contains(secret))
    }

    @Test func `a token is good once where replays are looked for`() throws {
        let files = files
        files["/seen"] = Array("older\nid-0".utf8)
        let options = ["--nonce-seen", "/seen"]
        #expect(verify(try token(["jti": .string("id-0")]), options, files: files).status == .notVerified)
        #expect(
            verify(try token(["aud": .string("x")]), options + ["--audience", "api"], files: files).status
                == .notVerified)
        #expect(verify(try token(), options, files: files).status == .ok)
        let replay = verify(try token(), options, files: files)
        #expect(replay.status == .notVerified)
        #expect(replay.stderr[0] == "tokenctl: the token is not verified: jti: it is a replay: its jti was seen before")
        #expect(verify(try token(["nonce": .string("n")]), options, files: files).status == .ok)
        #expect(verify(try token(["nonce": .string("n"), "jti": nil]), options, files: files).status == .notVerified)
        #expect(verify(try token(["jti": nil]), options, files: files).status == .notVerified)
        #expect(verify(try token(["jti": .string("a\nb")]), options, files: files).status == .notVerified)
    }

    static let wrongOptions = [
        ["--audience", "a", "--any-audience"], ["--user-token", "--app-token"], ["--key", "/key.pem"],
        ["--signature-only", "--audience", "a"], ["--signature-only", "--tenant", "contoso.com"], ["--audience", ""],
        ["--require", "=x"], ["--leeway", "-1"], ["--leeway", "x"],
        ["-o", "xml"], ["--app-id", "a"], ["--access-token", "https://idp.example"], ["--access-token", "bare"],
        ["--issuer", "http://idp.example"],
        ["--tenant", "contoso.com"],
    ]

    @Test(arguments: wrongOptions)
    func `options that make no sense are refused`(options: [String]) throws {
        #expect(verify(try token(), options).status == .usage)
    }

    @Test func `standard input has its content once`() throws {
        #expect(ToolRun(["verify", "--key", "-"]).status == .usage)
        #expect(ToolRun(["verify", "--jwks", "stdin", "--access-token", "-", "x"]).status == .usage)
        let run = ToolRun(["verify", "--jwks", "-", try token()], files: FakeFiles(input: keySet))
        #expect(run.status == .ok)
    }

    @Test func `an address of keys is no file, and the way out is told`() throws {
        let run = ToolRun(["verify", "--jwks", "https://idp.example/keys", try token()])
        #expect(run.status == .usage)
        #expect(run.stderr.last?.contains("--issuer") == true)
    }

    @Test func `what is wrong with the command line is no verdict on the token`() throws {
        let issuer = ["verify", "--issuer", Self.issuer, "--any-audience", try token()]
        #expect(ToolRun(issuer + ["--timeout", "banana"]).status == .usage)
        #expect(ToolRun(issuer + ["--ca-file", "/none"]).status == .noInput)
        #expect(verify(try token(), ["--timeout", "banana"]).status == .usage)
    }

    /// SubjectPublicKeyInfo of a P-256 key (RFC 5480), up to the point's two numbers.
    private static let beginningOfP256: [UInt8] = [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48,
        0xCE,
        0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ]

    @Test func `a public key in another dress is no shared secret`() throws {
        let point = ["x", "y"].flatMap { key.publicKey.jwk[$0]?.stringValue.flatMap { Base64URL.decode($0) } ?? [] }
        let der = Self.beginningOfP256 + point
        let base64 = Base64URL.encode(der)
        let hex = der.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let dresses = [
            base64, hex, "-----Begin PUBLIC KEY-----\n" + base64, "ssh-rsa AAAA", "[\(keySet)]", " \"{}\"",
            "\u{FEFF} [1]",
        ]
        for dress in dresses {
            let files = FakeFiles(["/k": dress])
            let run = ToolRun(["verify", "--allow-hmac", "--key", "/k", Self.mac], files: files)
            #expect(run.status == .badData, "\(dress.prefix(20))")
            #expect(run.stderr[0].contains("no shared secret"))
        }
    }

    @Test func `errors as JSON say all that is wrong too`() throws {
        let run = verify(
            try token(), ["--audience", "x", "--require", "scope=admin", "--error-format", "json"])
        #expect(run.stderr.count == 1)
        #expect(run.stderr[0].contains("aud: expected x") && run.stderr[0].contains("scope: expected admin"))
    }

    @Test func `claims that are not printed use no nonce up`() throws {
        let files = FakeFiles(
            ["/keys.json": keySet], input: [try token(), try token(["aud": .string("x")])].joined(separator: "\n"))
        let arguments = ["verify", "--jwks", "/keys.json", "--audience", "api", "--nonce-seen", "/seen"]
        #expect(ToolRun(arguments + ["-o", "claims"], files: files).status == .notVerified)
        #expect(files["/seen"] == nil)
        #expect(ToolRun(arguments, files: files).status == .notVerified)
        #expect(files["/seen"] == Array("id-1\n".utf8))
    }

    static let brokenKeys = ["", "x", "{}", "[]", #"{"keys":{}}"#, #"{"keys":[],"keys":[]}"#]

    @Test(arguments: brokenKeys)
    func `what is no key set is 65, and what is no key too`(content: String) throws {
        for option in ["--jwks", "--key"] {
            let run = ToolRun(["verify", option, "/k", try token()], files: FakeFiles(["/k": content]))
            #expect(run.status == .badData)
        }
    }

    @Test func `the leeway is 60 s unless said otherwise`() throws {
        let token = try token(["exp": .integer(FakeClock.start - 100)])
        #expect(verify(token).status == .notVerified)
        #expect(verify(token, ["--leeway", "101"]).status == .ok)
    }

    @Test func `the signature alone may be judged, whatever it is over`() throws {
        let text = try CompactJWS.sign(header: [:], payload: Array("no JSON".utf8), with: key, using: .es256)
        #expect(verify(text, ["--signature-only"]).status == .ok)
        #expect(verify(text).status == .badData)
        #expect(verify(text, ["--signature-only", "-o", "claims"]).status == .badData)
        #expect(verify(try token(["exp": .integer(1)]), ["--signature-only"]).status == .ok)
    }
}
