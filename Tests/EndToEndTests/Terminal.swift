import Foundation
import TestSupport

/// A terminal with a person at it: tmux(1) with a server of its own.
final class Terminal: Sendable {
    static let requirement = Requirement.tool("tmux")

    private let folder: TemporaryFolder
    private let socket: String
    private let tmux: String
    /// Its end, by signal, is the end of all that runs in the terminal.
    private let server: RunningProcess

    /// Nothing of the kind came to be seen.
    struct Unseen: Error, CustomStringConvertible {
        let description: String
    }

    /// Opens one, 40 lines high, and runs a command in it.
    ///
    /// - Parameters:
    ///   - columns: how wide it is.
    ///   - command: for the shell, where `tokenctl` is found; when it ends, `status=` and its status are shown. An
    ///     interrupt ends only what the shell runs.
    ///   - environment: in addition to what `tokenctl` finds anyway.
    init(
        columns: Int = 80, of tokenctl: Tokenctl, environment: [String: String] = [:], _ command: String
    ) async throws {
        folder = try TemporaryFolder()
        socket = folder.location(of: "socket")
        tmux = Requirement.path(ofTool: "tmux") ?? "tmux"
        var variables = tokenctl.variables.merging(environment) { $1 }
        let products = URL(filePath: BuiltProduct.tokenctl).deletingLastPathComponent().path(percentEncoded: false)
        variables["PATH"] = products + ":" + (variables["PATH"] ?? "")
        // tmux gives TERM its own value.
        let term = environment["TERM"].map { "export TERM=\($0); " } ?? ""
        variables.merge(["LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"]) { $1 }
        server = try RunningProcess(tmux, ["-S", socket, "-f", "/dev/null", "-D"], environment: variables)
        let session = ["new-session", "-d", "-x", "\(columns)", "-y", "40"]
        let shell = ["sh", "-c", "trap : INT; \(term)\(command); echo status=$?; exec sleep 60"]
        for _ in 0..<100 {
            let run = try await ProcessRun.of(
                tmux, ["-S", socket, "-N", "-u"] + session + shell, environment: variables)
            if run.status == 0 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Unseen(description: "tmux does not start: \(try server.stderr)")
    }

    private func control(_ arguments: String...) async throws -> String {
        try await ProcessRun.of(tmux, ["-S", socket] + arguments).stdout
    }

    /// What is written on it, line by line as it was written, however many rows a line takes.
    var lines: [String] {
        get async throws {
            let text = try await control("capture-pane", "-p", "-J", "-S", "-")
            return text.split(separator: "\n", omittingEmptySubsequences: false).map {
                String($0).replacing(/\s+$/, with: "")
            }
        }
    }

    /// All that is on it, with its colours as escape sequences.
    var colours: String { get async throws { try await control("capture-pane", "-p", "-e") } }

    /// Waits until there is a line that matches, and gives its first group.
    func shows(_ pattern: Regex<(Substring, Substring)>, within seconds: Double = 20) async throws -> String {
        let end = ContinuousClock.now + .seconds(seconds)
        repeat {
            for line in try await lines {
                if let match = line.firstMatch(of: pattern) { return String(match.1) }
            }
            try await Task.sleep(for: .milliseconds(100))
        } while ContinuousClock.now < end
        throw Unseen(description: try await lines.joined(separator: "\n"))
    }

    /// Types a line, or presses a key that tmux has a name for: `Enter`, `C-c`.
    func type(_ text: String) async throws { _ = try await control("send-keys", "-l", text) }
    func press(_ key: String) async throws { _ = try await control("send-keys", key) }
}
