import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct DecodeCommandTests {
    private static func token(_ claims: String, header: String = #"{"alg":"none"}"#) -> String {
        [header, claims].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".") + "."
    }

    private static let simple = token(#"{"aud":"x"}"#)
    private static let printed = "{\n  \"aud\": \"x\"\n}\n"

    @Test(
        arguments: [
            (["decode", simple], nil, [:]), (["decode"], simple + "\n", [:]),
            (["decode", "-"], "\n " + simple + "\r\n", [:]),
            (["decode", "stdin"], simple, [:]), (["decode", "file:/t"], nil, ["/t": simple + "\n"]),
        ] as [([String], String?, [String: String])])
    func `a token comes from an argument, standard input or a file`(
        arguments: [String], input: String?, files: [String: String]
    ) {
        let run = ToolRun(arguments, files: FakeFiles(files, input: input))
        #expect(run.status == .ok)
        #expect(run.stdout == Self.printed)
        #expect(run.stderr.isEmpty)
    }

    @Test func `the claims are printed as they stand, but for white space`() {
        let claims =
            #"{"z":1.50,"a":-0.0,"e":1E+2,"big":123456789012345678901234567890,"s":"\u00e9\/\ud83d\ude00é","#
            + #""a":2,"empty":{},"list":[],"t":true,"n":null,"deep":[{"x":[1]}]}"#
        let run = ToolRun(["decode", Self.token(claims)])
        #expect(run.stdout.filter { !$0.isWhitespace } == claims)
        #expect(
            run.stdout.hasPrefix(
                "{\n  \"z\": 1.50,\n  \"a\": -0.0,\n  \"e\": 1E+2,\n  \"big\": 123456789012345678901234567890,\n"))
        #expect(
            run.stdout.hasSuffix(
                "\"n\": null,\n  \"deep\": [\n    {\n      \"x\": [\n        1\n      ]\n    }\n  ]\n}\n"))
    }

    static let bad = [
        "", " ", "x", "a.b", "a.b.c.d", "a.b.c.d.e", "\(simple)=", " \(simple) \(simple)", token("[]"), token("{"),
        token("1"), token(#"{"a":}"#), token("{}", header: "[]"), token("{}", header: #"{"alg":"a","alg":"b"}"#),
        "eyJhbGciOiJub25lIn0.e30.!", "eyJhbGciOiJub25lIn0.e3 0.", "eyJhbGciOiJub25lIn0.e30=.", "e30.wyg.", "😀.😀.😀",
    ]

    @Test(arguments: bad)
    func `what is no token is 65, and is not repeated`(input: String) {
        let run = ToolRun(["decode"], files: FakeFiles(input: input))
        #expect(run.status == .badData)
        #expect(run.stderr.first?.hasPrefix("tokenctl: cannot decode the token: ") == true)
        #expect(input.count < 12 || !run.allText.contains(input))
    }

    @Test func `whoever sits at standard input is asked for a token, however long`() {
        let token = Self.token(#"{"aud":"\#(String(repeating: "x", count: 6000))"}"#)
        let terminal = RecordingTerminal(isWatched: true, isTyped: true, answer: token)
        #expect(ToolRun(["decode", "--claim", "aud"], terminal: terminal).stdout.count == 6001)
        #expect(terminal.prompts == ["Token: "])
    }

    @Test func `a file that is not there is 66`() {
        #expect(ToolRun(["decode", "file:/not/there"]).status == .noInput)
    }

    @Test func `whoever sits there is told that nothing was verified`() {
        let watched = ToolRun(["decode", Self.simple], terminal: RecordingTerminal(isWatched: true))
        #expect(watched.stdout == Self.printed)
        #expect(watched.stderr == ["tokenctl: note: nothing was verified: a token can say anything"])
        let quiet = ToolRun(["decode", "-q", Self.simple], terminal: RecordingTerminal(isWatched: true))
        #expect(quiet.stderr.isEmpty)
    }

    @Test(arguments: [true, false])
    func `a wrong error format is refused, watched or not`(isWatched: Bool) {
        let run = ToolRun(
            ["decode", "--error-format", "xml", Self.simple], terminal: RecordingTerminal(isWatched: isWatched))
        #expect(run.status == .usage)
    }
}
