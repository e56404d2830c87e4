import TestSupport
import Testing

/// The scripts in `completions/`.
enum CompletionScript {
    /// Files by shell, named as the shells look for them.
    static let names = ["bash": "tokenctl.bash", "zsh": "_tokenctl", "fish": "tokenctl.fish"]

    /// What the built program makes for a shell.
    static func text(for shell: String) async throws -> String {
        let run = try await ProcessRun.of(BuiltProduct.tokenctl, ["--generate-completion-script", shell])
        #expect(run.status == 0 && run.stderr.isEmpty)
        return run.stdout
    }

    /// Whether a script offers an option.
    static func offers(_ option: String, shell: String, in script: String) -> Bool {
        let name = option.drop { $0 == "-" }
        let spellings =
            switch shell {
            case "fish": ["-l '\(name)'", "-s '\(name)'"]
            case "bash": ["\(option) ", "\(option))", "\(option)\n", "\(option)'"]
            default: ["'\(option)[", "'\(option)'", "*\(option)[", ",\(option)}", "{\(option),"]
            }
        return spellings.contains { script.contains($0) }
    }
}
