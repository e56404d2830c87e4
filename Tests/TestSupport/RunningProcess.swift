package import Foundation

/// A program while it runs: what it has written so far, and a way to interrupt it.
///
/// Output goes through files, not pipes: nothing can fill up and hang.
package final class RunningProcess: Sendable {
    private let process = Process()
    private let folder: TemporaryFolder
    private let output: URL
    private let errors: URL
    private let statuses: AsyncStream<Int32>

    /// What was waited for did not come.
    private struct Silence: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: its path; see `BuiltProduct` and `Requirement.path(ofTool:)`.
    ///   - environment: all of it, not additions to the test's own.
    ///   - input: what it reads from standard input.
    ///   - directory: where it runs; the test's own working directory when nil.
    ///   - timeLimit: seconds, after which it is killed and its status is 137.
    /// - Throws: when the program cannot be started.
    package init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = ProcessRun.bareEnvironment,
        input: Data = Data(), directory: String? = nil, timeLimit: Double = 60
    ) throws {
        folder = try TemporaryFolder()
        output = try folder.write(Data(), to: "stdout")
        errors = try folder.write(Data(), to: "stderr")
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = directory.map { URL(filePath: $0) }
        let standardInput = try FileHandle(forReadingFrom: folder.write(input, to: "stdin"))
        let standardOutput = try FileHandle(forWritingTo: output)
        let standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = standardError
        let (statuses, end) = AsyncStream.makeStream(of: Int32.self)
        self.statuses = statuses
        process.terminationHandler = { process in
            let status = process.terminationStatus
            end.yield(process.terminationReason == .exit ? status : 128 + status)
            end.finish()
        }
        try process.runUnblocked()
        // Now they are the program's; here they would stay open for longer than is good.
        for file in [standardInput, standardOutput, standardError] { try file.close() }
        DispatchQueue.global().asyncAfter(deadline: .now() + timeLimit) { [weak process] in
            guard let process, process.isRunning else { return }
            kill(process.processIdentifier, SIGKILL)
            // A child of its own that lives on would keep its end from being seen.
            end.yield(128 + SIGKILL)
            end.finish()
        }
    }

    deinit { send(SIGKILL) }

    /// What it has written to standard error so far.
    package var stderr: String {
        get throws { String(decoding: try Data(contentsOf: errors), as: UTF8.self) }
    }

    /// Sends it a signal, unless it has ended.
    package func send(_ signal: Int32) {
        if process.isRunning { kill(process.processIdentifier, signal) }
    }

    /// Waits until standard error has a part that matches, and gives its first group.
    ///
    /// - Throws: when the program ends without it.
    package func said(_ pattern: Regex<(Substring, Substring)>) async throws -> String {
        while true {
            let isRunning = process.isRunning
            let text = try stderr
            if let match = text.firstMatch(of: pattern) { return String(match.1) }
            guard isRunning else { throw Silence(description: "it ended without a match: \(text)") }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Waits for its end without blocking a thread of the tests: servers in the same process go on.
    package func end() async throws -> ProcessRun {
        var status: Int32 = 0
        for await last in statuses { status = last }
        return ProcessRun(
            status: status, outputBytes: try Data(contentsOf: output), errorBytes: try Data(contentsOf: errors))
    }
}
