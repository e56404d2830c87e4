import TestSupport
import Testing

/// The help of the built program.
struct HelpTests {
    @Test(arguments: [["--help"], ["-h"], ["help"], []])
    func `the program's help lists its commands`(arguments: [String]) async throws {
        let run = try await ProcessRun.of(BuiltProduct.tokenctl, arguments)
        #expect(run.status == 0)
        #expect(run.stderr == "")
        #expect(run.stdout.contains("USAGE: tokenctl <subcommand>\n"))
        #expect(run.stdout.contains("\n  client-credentials "))
    }

    @Test func `every command has help of its own, however it is asked for`() async throws {
        let commands = try await Definitions.load().dropFirst().map { Array($0.path.dropFirst()) }
        #expect(commands.contains(["client-credentials"]))
        for command in commands {
            let help = try await ProcessRun.of(BuiltProduct.tokenctl, ["help"] + command)
            #expect(help.status == 0 && help.stderr == "")
            let usage = "\nUSAGE: tokenctl \(command.joined(separator: " "))"
            #expect(help.stdout.contains(usage), "\(command)")
            // The sandbox's options are those of another program.
            guard command != ["sandbox"] else { continue }
            for option in ["--help", "-h"] {
                let run = try await ProcessRun.of(BuiltProduct.tokenctl, command + [option])
                #expect(run.status == 0 && run.stdout == help.stdout, "\(command) \(option)")
            }
        }
    }

    @Test func `the version is one line`() async throws {
        let run = try await ProcessRun.of(BuiltProduct.tokenctl, ["--version"])
        #expect(run.status == 0)
        #expect(run.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: [["--nonsense"], ["nonsense"], ["client-credentials", "--nonsense"]])
    func `a wrong command line is an error with the usage, and prints nothing`(arguments: [String]) async throws {
        let run = try await ProcessRun.of(BuiltProduct.tokenctl, arguments)
        #expect(run.status == 64)
        #expect(run.stdout == "")
        #expect(run.stderr.contains("nonsense"))
        #expect(run.stderr.contains("Usage: tokenctl "))
    }

    @Test func `help does not show what is in the environment`() async throws {
        var environment = ProcessRun.bareEnvironment
        environment["TOKENCTL_TENANT"] = "from-the-environment"
        let run = try await ProcessRun.of(
            BuiltProduct.tokenctl, ["client-credentials", "--help"], environment: environment)
        #expect(run.status == 0)
        #expect(!run.stdout.contains("from-the-environment"))
    }
}
