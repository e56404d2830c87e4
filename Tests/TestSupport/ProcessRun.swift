package import Foundation

/// What a program did: its exit status and all that it wrote.
package struct ProcessRun: Sendable {
    /// The exit status; 128 plus the signal's number when one ended the program, as a shell says it.
    package let status: Int32
    package let outputBytes: Data
    package let errorBytes: Data

    package var stdout: String { String(decoding: outputBytes, as: UTF8.self) }
    package var stderr: String { String(decoding: errorBytes, as: UTF8.self) }

    /// What a program is given when a test says nothing else: no home, no configuration of whoever runs the tests.
    package static let bareEnvironment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

    /// Runs a program to its end; the parameters are those of `RunningProcess`.
    ///
    /// - Throws: when the program cannot be started.
    package static func of(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = bareEnvironment,
        input: Data = Data(), directory: String? = nil, timeLimit: Double = 60
    ) async throws -> ProcessRun {
        try await RunningProcess(
            program, arguments, environment: environment, input: input, directory: directory, timeLimit: timeLimit
        ).end()
    }
}
