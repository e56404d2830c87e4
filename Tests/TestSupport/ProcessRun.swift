package import Foundation
import Synchronization

/// What a program did: its exit status and all that it wrote.
///
/// Output goes through files, not pipes: nothing can fill up and hang.
package struct ProcessRun: Sendable {
    /// The exit status; 128 plus the signal's number when one ended the program, as a shell says it.
    package let status: Int32
    package let outputBytes: Data
    package let errorBytes: Data

    package var stdout: String { String(decoding: outputBytes, as: UTF8.self) }
    package var stderr: String { String(decoding: errorBytes, as: UTF8.self) }

    /// What a program is given when a test says nothing else: no home, no configuration of whoever runs the tests.
    package static let bareEnvironment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - program: its path; see `BuiltProduct` and `Requirement.path(ofTool:)`.
    ///   - environment: all of it, not additions to the test's own.
    ///   - input: what it reads from standard input.
    ///   - directory: where it runs; the test's own working directory when nil.
    ///   - timeLimit: seconds, after which it is killed and `status` is 137.
    /// - Throws: when the program cannot be started.
    package static func of(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = bareEnvironment,
        input: Data = Data(), directory: String? = nil, timeLimit: Double = 60
    ) async throws -> ProcessRun {
        let folder = try TemporaryFolder()
        let inputFile = try folder.write(input, to: "stdin")
        let outputFile = try folder.write(Data(), to: "stdout")
        let errorFile = try folder.write(Data(), to: "stderr")
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = directory.map { URL(filePath: $0) }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        let status = try await process.runToEnd(timeLimit: timeLimit)
        return ProcessRun(
            status: status, outputBytes: try Data(contentsOf: outputFile), errorBytes: try Data(contentsOf: errorFile))
    }
}

extension Process {
    /// Waits without blocking a thread of the tests: servers in the same process go on.
    fileprivate func runToEnd(timeLimit: Double) async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            let hasEnded = Mutex(false)
            terminationHandler = { process in
                hasEnded.withLock { $0 = true }
                let status = process.terminationStatus
                continuation.resume(returning: process.terminationReason == .exit ? status : 128 + status)
            }
            do {
                try run()
            } catch {
                terminationHandler = nil
                continuation.resume(throwing: error)
                return
            }
            let number = processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + timeLimit) {
                hasEnded.withLock { if !$0 { kill(number, SIGKILL) } }
            }
        }
    }
}
