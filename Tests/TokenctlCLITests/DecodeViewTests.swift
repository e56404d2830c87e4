import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

/// What `decode` shows of a token: the header, everything, one claim, many tokens.
struct DecodeViewTests {
    private static let claims =
        #"{"aud":"x","n":1.50,"big":9007199254740993,"e":1E400,"s":"a\u00e9\/\"\n","t":true,"z":null,"l":[1, "b"],"#
        + #""o":{"k": [] },"aud":"y","":"empty"}"#
    private static let token = TestToken.with(claims, header: #"{"kid":"k","alg":"RS256","x":[ 1 ]}"#)

    @Test func `the header, and everything in one object, stand as they are in the token`() {
        #expect(
            ToolRun(["decode", "--header", Self.token]).stdout
                == "{\n  \"kid\": \"k\",\n  \"alg\": \"RS256\",\n  \"x\": [\n    1\n  ]\n}\n")
        let all = ToolRun(["decode", "--all", Self.token]).stdout.filter { !$0.isWhitespace }
        let claims = Self.claims.filter { !$0.isWhitespace }
        let signature = String(repeating: "A", count: 342)
        #expect(
            all == #"{"header":{"kid":"k","alg":"RS256","x":[1]},"payload":\#(claims),"signature":"\#(signature)"}"#)
    }

    @Test(
        arguments: [
            ("aud", "y"), ("n", "1.50"), ("big", "9007199254740993"), ("e", "1E400"), ("s", "aé/\"\n"), ("t", "true"),
            ("z", "null"), ("l", #"[1,"b"]"#), ("o", #"{"k":[]}"#), ("", "empty"),
        ])
    func `one claim is printed for scripts, of duplicates the last`(name: String, value: String) {
        let run = ToolRun(["decode", "--claim", name, Self.token])
        #expect(run.status == .ok)
        #expect(run.stdout == value + "\n")
        #expect(run.stderr.isEmpty)
    }

    @Test func `with --header the claim is the header's`() {
        #expect(ToolRun(["decode", "--header", "--claim", "kid", Self.token]).stdout == "k\n")
        #expect(ToolRun(["decode", "--header", "--claim", "aud", Self.token]).status == .notVerified)
    }

    @Test func `a claim that is not there is 30, and those that are there are named`() {
        let run = ToolRun(["decode", "--claim", "oid", TestToken.with(#"{"aud":"secret-value","iss":"i"}"#)])
        #expect(run.status == .notVerified)
        #expect(run.stderr == ["tokenctl: the token has no claim 'oid'; it has aud, iss"])
        let empty = ToolRun(["decode", "--claim", "oid", TestToken.with("{}")])
        #expect(empty.stderr == ["tokenctl: the token has no claim 'oid'; it has none at all"])
        let header = ToolRun(["decode", "--header", "--claim", "oid", TestToken.with("{}")])
        #expect(header.stderr == ["tokenctl: the header of the token has no claim 'oid'; it has typ, alg"])
    }

    @Test func `a token that is given as the name of a claim is not repeated`() {
        let run = ToolRun(["decode", "--claim", Self.token, TestToken.with("{}")])
        #expect(run.status == .notVerified && !run.allText.contains(Self.token))
    }

    @Test(
        arguments: [
            ["--all", "--header"], ["--all", "--claim", "a"], ["--all", "--annotate"], ["--claim", "a", "--annotate"],
            ["--header", "--annotate"], ["--header", "--all", "--claim", "a"],
        ])
    func `options that contradict each other are refused`(options: [String]) {
        let run = ToolRun(["decode"] + options + [Self.token])
        #expect(run.status == .usage)
        #expect(run.stderr.first?.contains("cannot go together") == true)
    }

    @Test func `many tokens are a line each, in order`() {
        let tokens = (1...3).map { TestToken.with(#"{"n": \#($0) }"#, header: #"{"alg":"RS256","h": \#($0)}"#) }
        let input = "\n\(tokens[0])\r\nAuthorization: Bearer \(tokens[1])\n\n {\"access_token\": \"\(tokens[2])\"}\n"
        func run(_ options: String...) -> String {
            ToolRun(["decode"] + options, files: FakeFiles(input: input)).stdout
        }
        #expect(run() == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n")
        #expect(run("--header").split(separator: "\n").last == #"{"alg":"RS256","h":3}"#)
        #expect(run("--claim", "n") == "1\n2\n3\n")
        #expect(run("--all").split(separator: "\n").allSatisfy { $0.hasPrefix(#"{"header":{"alg":"RS256","h""#) })
    }

    @Test(
        arguments: [
            ("", "the token is no JWT"), ("e3 0", "there is white space inside the token"),
            ("😀.😀.😀", "the token's header"),
        ])
    func `of many tokens one that is none fails all, and its line is named`(bad: String, reason: String) {
        let good = TestToken.with(#"{"a":1}"#)
        let input = "\(good)\n\n\(good)\n\(bad.isEmpty ? "s3cret" : bad)\n\(good)\n"
        let run = ToolRun(["decode"], files: FakeFiles(input: input))
        #expect(run.status == .badData)
        #expect(run.stderr.first?.hasPrefix("tokenctl: cannot decode the token in line 4: \(reason)") == true)
        #expect(!run.allText.contains("s3cret") && !run.allText.contains(good))
    }

    @Test func `a claim that one of many tokens has not, or has with a line break, fails all`() {
        let tokens = [#"{"a":1}"#, #"{"b":1}"#, #"{"a":"1\n2"}"#].map { TestToken.with($0) }
        let missing = ToolRun(
            ["decode", "--claim", "a"], files: FakeFiles(input: tokens[0...1].joined(separator: "\n")))
        #expect(missing.status == .notVerified)
        #expect(missing.stderr == ["tokenctl: the token in line 2 has no claim 'a'; it has b"])
        let broken = ToolRun(["decode", "--claim", "a"], files: FakeFiles(input: "\(tokens[0])\n\(tokens[2])"))
        #expect(broken.status == .badData)
        #expect(ToolRun(["decode", "--claim", "a", tokens[2]]).stdout == "1\n2\n")
    }

    @Test(arguments: ["\u{FEFF}", "\"", " ", "bearer ", "Authorization: DPoP "])
    func `what stands around a token does not matter`(prefix: String) {
        let token = TestToken.with(#"{"a":1}"#)
        let input = prefix + token + (prefix == "\"" ? "\"" : "") + "\r\n"
        #expect(ToolRun(["decode", "--claim", "a"], files: FakeFiles(input: input)).stdout == "1\n")
    }

    @Test(arguments: [" ", "\t", "\u{A0}", "\u{200B}"])
    func `white space inside a token is told, whatever it looks like`(space: String) {
        let run = ToolRun(["decode", TestToken.with("{}").replacing(".", with: "." + space)])
        #expect(run.stderr.first == "tokenctl: cannot decode the token: there is white space inside the token")
    }

    @Test(arguments: ["a.b.c.d.e", "opaque", "eyJhbGciOiJub25lIn0.e30", ".."])
    func `what is no JWT is told by its shape`(token: String) {
        let run = ToolRun(["decode", token])
        #expect(run.status == .badData)
        #expect(run.stderr.first?.hasPrefix("tokenctl: cannot decode the token: the token") == true)
    }

    @Test func `deep and long tokens are shown whole`() {
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(ToolRun(["decode", "--claim", "d", TestToken.with(#"{"d":\#(deep)}"#)]).stdout == deep + "\n")
        let long = String(repeating: "x", count: 1 << 20)
        let input = TestToken.with(#"{"l":"\#(long)"}"#)
        #expect(ToolRun(["decode", "--claim", "l"], files: FakeFiles(input: input)).stdout == long + "\n")
    }

    @Test(
        arguments: [
            (TestToken.version1, "ef1da9d4-ff77-4c3e-a005-840c3f830745", "1.0"),
            (TestToken.version2, "6e74172b-be56-4843-9ff4-e66a39bb12e3", "2.0"),
        ])
    func `the samples of Microsoft's description are shown`(token: String, audience: String, version: String) {
        #expect(ToolRun(["decode", "--claim", "aud", token]).stdout == audience + "\n")
        #expect(ToolRun(["decode", "--claim", "ver", token]).stdout == version + "\n")
        #expect(ToolRun(["decode", "--header", "--claim", "alg", token]).stdout == "RS256\n")
    }
}
