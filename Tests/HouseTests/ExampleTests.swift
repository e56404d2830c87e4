import Foundation
import TestSupport
import Testing
import TokenctlCLI

/// The examples of the pages: what is shown must work when it is typed.
struct ExampleTests {
    @Test func `every command has an example`() async throws {
        for command in try await Definitions.load() where command.path.count > 1 && command.subcommands == nil {
            let path = command.path.dropFirst().joined(separator: " ")
            #expect(CommandReference.examples[path]?.isEmpty == false, "\(path) has no example")
        }
    }

    @Test(arguments: CommandReference.examples.values.joined().map(\.line))
    func `every tokenctl in an example is a command line that it takes`(line: String) async throws {
        let calls = try await calls(in: line)
        #expect(!calls.isEmpty)
        for call in calls {
            #expect(throws: Never.self, "\(call)") { try CommandReference.check(call) }
        }
    }

    @Test func `calls are found in pipelines, substitutions and commands behind two dashes`() async throws {
        let calls = try await calls(in: "A=$(tokenctl a 'b c') && tokenctl d -- sh -c 'tokenctl e | tokenctl f'")
        #expect(Set(calls) == [["a", "b c"], ["d", "--", "sh", "-c", "tokenctl e | tokenctl f"], ["e"], ["f"]])
    }

    /// What a shell would call tokenctl with: the line is run where only a recorder and a shell can be found.
    private func calls(in line: String) async throws -> [[String]] {
        let folder = try TemporaryFolder()
        let recorder = SourceTree.location(of: "Tests/HouseTests/Recorder")
        try FileManager.default.createSymbolicLink(
            atPath: folder.location(of: "sh"), withDestinationPath: "/bin/sh")
        _ = try await ProcessRun.of(
            "/bin/sh", ["-c", line], environment: ["PATH": "\(recorder):\(folder.path)", "CALLS": folder.path],
            directory: folder.path)
        return try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "call" }
            .map { try Data(contentsOf: $0).split(separator: 0, omittingEmptySubsequences: false).dropLast() }
            .map { $0.map { String(decoding: $0, as: UTF8.self) } }
    }
}
