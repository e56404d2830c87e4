import Foundation
import TestSupport
import Testing

/// Input that is too much, or that would do something to a terminal.
@Suite(.requires(PythonJudge.requirement))
struct HostileInputTests {
    private let tokenctl: Tokenctl
    private let folder: TemporaryFolder

    init() throws {
        tokenctl = try Tokenctl()
        folder = try TemporaryFolder()
    }

    @Test(arguments: ["verify", "decode"])
    func `seventy megabytes are refused, from a file and from standard input`(command: String) async throws {
        let text = String(repeating: "eyJhbGciOiJFUzI1NiJ9.e30.AA\n", count: 70 * 1_048_576 / 28)
        let file = try folder.write(Data(text.utf8), to: "tokens").path(percentEncoded: false)
        let options = command == "verify" ? ["--any-audience", "--issuer", "http://127.0.0.1:1"] : []
        for (argument, input) in [("file:\(file)", ""), ("-", text)] {
            let run = try await tokenctl.run([command] + options + [argument], input: input)
            #expect(run.status == 65, "\(argument): \(run.stderr.prefix(500))")
            #expect(run.stdout.isEmpty)
            #expect(run.stderr.split(separator: "\n").count <= 2, "\(run.stderr.prefix(500))")
        }
    }

    @Test func `bytes that are in no token are refused wherever they stand`() async throws {
        let forged = try await Forgery.make(Forgery.Token())
        let keys = try folder.write(Data(forged.keySet.utf8), to: "keys").path(percentEncoded: false)
        let token = Data(forged.token.utf8)
        for bytes in [[0xFF], [0xC0, 0xAE], [0], [0xEF, 0xBB, 0xBF], [0x1B]] as [[UInt8]] {
            for position in [1, 10, token.count / 2, token.count] {
                var input = token
                input.insert(contentsOf: bytes, at: position)
                let run = try await ProcessRun.of(
                    BuiltProduct.tokenctl, ["verify", "--jwks", keys], environment: tokenctl.variables, input: input)
                #expect(run.status == 65, "\(bytes) at \(position): \(run.stderr)")
                #expect(run.stdout.isEmpty)
            }
        }
    }

    @Test func `an issuer is the one that was named, to the letter`() async throws {
        let forged = try await Forgery.make(Forgery.Token())
        let keys = try folder.write(Data(forged.keySet.utf8), to: "keys").path(percentEncoded: false)
        let issuer = "https://idp.example"
        for name in [issuer, issuer + "/", issuer + ":443", "https://idp.exampl", "http://127.0.0.1:1"] {
            let run = try await tokenctl.verify(["--jwks", keys, "--issuer", name], forged.token)
            #expect(run.status == (name == issuer ? 0 : 30), "\(name): \(run.stderr)")
            let words = "iss: expected \(name), found \(issuer)\n"
            #expect(name == issuer || run.stderr.contains(words), "\(run.stderr)")
        }
    }

    @Test func `a token of a megabyte can be read`() async throws {
        let forged = try await Forgery.make(.init(claims: AttackTable.megabyte))
        let run = try await tokenctl.run(["decode"], input: forged.token)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains(String(repeating: "x", count: 1_000_000)))
    }

    @Test func `what a token says does nothing to a terminal, and adds no line`() async throws {
        let evil = #"a\u001b]0;title\u0007\u001b[2J\r\ntokenctl: verified\u0085\u009b31m\u2028\u202e"#
        let forged = try await Forgery.make(
            .init(
                Forgery.Token.header(kid: #""\#(evil)""#, #","x\#(evil)":1"#),
                Forgery.Token.claims(iss: #""\#(evil)""#, aud: #""\#(evil)""#, #","tid":"\#(evil)""#)))
        let keys = try folder.write(Data(forged.keySet.utf8), to: "keys").path(percentEncoded: false)
        for format in ["text", "json"] {
            let run = try await tokenctl.verify(
                [
                    "--jwks", keys, "--issuer", "https://idp.example", "--audience", "orders", "--require", "tid=x",
                    "-o",
                    format,
                ], forged.token)
            #expect(run.status == 30)
            #expect(run.stderr.contains("title"), "it is not shown at all: \(run.stderr)")
            for text in [run.stdout, run.stderr] {
                let control = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
                #expect(control.isEmpty, "\(format): \(control.map(\.value))")
                #expect(!text.split(separator: "\n").contains { $0.hasPrefix("tokenctl: verified") })
            }
        }
    }
}
