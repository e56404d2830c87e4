import FakeWorld
import Testing
import World

@testable import TokenctlCLI

struct SecretSourceTests {
    private func read(
        _ argument: String, in world: World = .fake(), interaction: Interaction = .allowed
    ) throws -> String {
        let source = try #require(try SecretSource(argument, option: "--client-secret"))
        return try source.read("client secret", in: world, interaction: interaction).reveal()
    }

    @Test func `each place is read`() throws {
        let world = World.fake(
            files: FakeFiles(["/s": "file\n"], input: "stdin\r\n", descriptors: [7: "fd"]),
            terminal: RecordingTerminal(answer: "typed"), environment: ["NAME": "env"],
            processes: FakeProcesses(["get it": .success("cmd\n")]))
        let table = [
            "env:NAME": "env", "file:/s": "file", "stdin": "stdin", "-": "stdin", "fd:0": "stdin", "fd:7": "fd",
            "cmd:get it": "cmd", "prompt": "typed", "pass:value:with:colons": "value:with:colons",
        ]
        for (argument, secret) in table { #expect(try read(argument, in: world) == secret, "\(argument)") }
    }

    @Test(
        arguments: [
            ("a", "a"), ("a\n", "a"), ("a\r\n", "a"), ("a\n\n", "a\n"), (" a ", " a "), ("a\nb", "a\nb"), ("é\n", "é"),
            ("a\u{2028}", "a\u{2028}"),
        ])
    func `one line break at the end is dropped, and nothing else`(content: String, secret: String) throws {
        #expect(try read("file:/s", in: .fake(files: FakeFiles(["/s": content]))) == secret)
    }

    @Test(
        arguments: [
            "", "s3cret", "/path/to/s3cret", "ENV:s3cret", "Env:s3cret", "https://s3cret", "fd:s3cret", "fd:-1", "fd:",
            "fd:99999999999", "env:", "file:", "cmd:", " pass:s3cret", "prompt:s3cret", "stdin:s3cret", ":s3cret",
            "--s3cret",
        ])
    func `a bare value is refused, not repeated, and told the places`(argument: String) {
        let error = #expect(throws: Failure(.usage, "")) { try SecretSource(argument, option: "--client-secret") }
        #expect(error?.message.contains("--client-secret") == true)
        #expect(error?.message.contains("s3cret") == false || error?.message.contains("client-secret") == true)
        #expect(argument.isEmpty || error?.message.contains(argument) == false)
        for word in ["env:NAME", "file:PATH", "fd:N", "stdin", "cmd:COMMAND", "prompt", "pass:VALUE"] {
            #expect(error?.hint?.contains(word) == true)
        }
    }

    @Test func `nothing given is nothing`() throws { #expect(try SecretSource(nil, option: "--x") == nil) }

    static let failures: [(argument: String, code: Failure.Code, word: String)] = [
        ("env:UNSET", .noInput, "UNSET"), ("env:EMPTY", .badData, "EMPTY"), ("file:/none", .noInput, "/none"),
        ("file:/empty", .badData, "/empty"), ("file:/newline", .badData, "/newline"), ("fd:9", .noInput, "9"),
        ("cmd:false", .noInput, "status 1"), ("pass:", .badData, "command line"), ("file:/huge", .badData, "longer"),
        ("prompt", .interactionRequired, "terminal"),
    ]

    @Test(arguments: failures)
    func `a place that cannot be read is named`(argument: String, code: Failure.Code, word: String) {
        let world = World.fake(
            files: FakeFiles(["/empty": "", "/newline": "\n", "/huge": String(repeating: "x", count: 1 << 20 + 1)]),
            terminal: RecordingTerminal(), environment: ["EMPTY": ""],
            processes: FakeProcesses(["false": .failure(Failure(.noInput, "the command ended with status 1"))]))
        let error = #expect(throws: Failure(code, "")) { try read(argument, in: world) }
        #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
    }

    @Test func `bytes that are no text are refused and not repeated`() {
        let files = FakeFiles()
        files["/binary"] = [0x73, 0x33, 0xFF]
        let error = #expect(throws: Failure(.badData, "")) { try read("file:/binary", in: .fake(files: files)) }
        #expect(error?.message == "the client secret from '/binary' is not text")
    }

    @Test func `nobody is asked where nobody may be`() {
        let terminal = RecordingTerminal(answer: "typed")
        #expect(throws: Failure(.interactionRequired, "")) {
            try read("prompt", in: .fake(terminal: terminal), interaction: .forbidden)
        }
        #expect(terminal.prompts.isEmpty)
    }

    @Test func `the prompt says what is wanted`() throws {
        let terminal = RecordingTerminal(answer: "typed")
        _ = try read("prompt", in: .fake(terminal: terminal))
        #expect(terminal.prompts == ["Client secret: "])
    }

    @Test func `a source does not print the value that it holds`() throws {
        let source = try #require(try SecretSource("pass:s3cret", option: "--x"))
        #expect(!"\(source)".contains("s3cret"))
    }
}
