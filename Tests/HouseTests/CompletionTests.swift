import Foundation
import TestSupport
import Testing

/// The scripts for shells.
struct CompletionTests {
    @Test(arguments: CompletionScript.names.keys)
    func `every visible option is offered`(shell: String) async throws {
        let script = try await CompletionScript.text(for: shell)
        let options = try await Definitions.load().flatMap(\.options)
        #expect(options.count > 20)
        for option in options {
            #expect(CompletionScript.offers(option, shell: shell, in: script), "\(option) is missing")
        }
    }

    @Test(arguments: CompletionScript.names.keys)
    func `an option that does not exist is not found in a script`(shell: String) async throws {
        let script = try await CompletionScript.text(for: shell)
        #expect(!CompletionScript.offers("--nonsense", shell: shell, in: script))
    }

    @Test(.requires(.tool("bash"))) func `bash takes its script`() async throws { try await check("bash", ["-n"]) }

    @Test(.requires(.tool("zsh"))) func `zsh takes its script`() async throws { try await check("zsh", ["-n"]) }

    @Test(.requires(.tool("fish"))) func `fish takes its script`() async throws {
        try await check("fish", ["--no-execute"])
    }

    private func check(_ shell: String, _ options: [String]) async throws {
        let folder = try TemporaryFolder()
        let script = try folder.write(Data(try await CompletionScript.text(for: shell).utf8), to: "script")
        let program = try #require(Requirement.path(ofTool: shell))
        let run = try await ProcessRun.of(program, options + [script.path(percentEncoded: false)])
        #expect(run.status == 0)
        #expect(run.stderr == "")
    }
}
