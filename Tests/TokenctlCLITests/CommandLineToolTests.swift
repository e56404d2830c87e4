import ArgumentParser
import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct CommandLineToolTests {
    @Test(
        arguments: [
            ([], "USAGE: tokenctl"), (["--help"], "USAGE: tokenctl"), (["help"], "USAGE: tokenctl"),
            (["--version"], World.version), (["decode", "--help"], "USAGE: tokenctl decode"),
            (["help", "decode"], "USAGE: tokenctl decode"),
            (["client-credentials", "-h"], "tokenctl client-credentials"),
        ] as [([String], String)])
    func `what is asked for is printed, and is no failure`(arguments: [String], text: String) {
        let run = ToolRun(arguments, files: Missing())
        #expect(run.status == .ok)
        #expect(run.stdout.contains(text))
        #expect(run.stderr.isEmpty)
    }

    @Test func `help shows no value of the environment`() {
        let run = ToolRun(["client-credentials", "--help"], environment: Contoso.environment)
        for value in Contoso.environment.values { #expect(!run.stdout.contains(value)) }
    }

    @Test(arguments: [["nonsense"], ["decode", "--nonsense"], ["-x"], ["Decode"]])
    func `a wrong command line ends with 64 and says how to go on`(arguments: [String]) {
        let run = ToolRun(arguments, files: Missing())
        #expect(run.status == .usage)
        #expect(run.stderr.first?.hasPrefix("tokenctl: ") == true)
        #expect(run.stderr.joined().contains("--help"))
        #expect(!run.stderr.joined().contains("Error:"))
    }

    @Test func `a mistyped command is named`() {
        #expect(ToolRun(["client-credential"]).stderr.first?.contains("'client-credential'") == true)
    }

    @Test func `the parser's own errors obey the error format`() throws {
        let run = ToolRun(["decode", "--nonsense", "--error-format", "json"])
        #expect(run.stderr.count == 1)
        let report = try JSON(parsing: try #require(run.stderr.first))
        #expect(report["kind"]?.stringValue == "usage")
        #expect(report["exit"]?.intValue == 64)
    }

    @Test func `the sandbox is another program, and gets its arguments as they are`() {
        let run = ToolRun(["sandbox", "--port", "0", "--", "sh", "-c", "x"], processes: FakeProcesses([:]))
        #expect(run.status == .unavailable)
        #expect(run.stderr.first?.contains(#"["--port", "0", "--", "sh", "-c", "x"]"#) == true)
    }

    @Test func `every command has its own name, examples and help`() {
        let names = RootCommand.commands.compactMap { $0.configuration.commandName }
        #expect(Set(names).count == RootCommand.commands.count)
        for command in RootCommand.commands {
            let runnable = [command] + command.configuration.subcommands
            #expect(runnable.contains { ($0 as? any Command.Type)?.examples.isEmpty == false }, "\(command)")
            #expect(!command.configuration.abstract.isEmpty)
        }
    }
}
