import ManPages
import TestSupport
import Testing

/// `man/` and `completions/` are what the program makes; `TOKENCTL_RECORD=1 swift test` rewrites them.
struct GeneratedFilesTests {
    @Test func `man holds the pages of this version's commands`() async throws {
        let pages = try await GeneratedManual.pages()
        try GeneratedFiles(
            folder: "man", files: Dictionary(uniqueKeysWithValues: pages.map { ($0.fileName, $0.text) })
        ).check()
    }

    @Test func `completions holds the scripts for this version's commands`() async throws {
        var files: [String: String] = [:]
        for (shell, name) in CompletionScript.names {
            files[name] = try await CompletionScript.text(for: shell)
        }
        try GeneratedFiles(folder: "completions", files: files).check()
    }
}
