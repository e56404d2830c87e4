package import Foundation

/// A server of the tests, running: it says on its first line of output, in JSON, how it is to be reached.
///
/// It ends with the last reference to this, and by itself when the tests crash, for then its standard input is closed.
package final class Server: Sendable {
    package let announcement: Data
    private let process: Process
    private let input: Pipe
    private let folder: TemporaryFolder

    /// A server that did not start, with what it wrote to standard error.
    package struct StartError: Error, CustomStringConvertible {
        package let description: String
    }

    /// Starts a program, and waits for its first line.
    ///
    /// - Parameter arguments: with the path of a private folder, gone with the server, for each `Server.folder`.
    package init(_ program: String, _ arguments: [String] = []) async throws {
        folder = try TemporaryFolder()
        input = Pipe()
        let output = try folder.write(Data(), to: "stdout")
        let errors = try folder.write(Data(), to: "stderr")
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments.map { [path = folder.path] in $0 == Server.folder ? path : $0 }
        process.standardInput = input
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.runUnblocked()
        guard let line = try await Self.firstLine(of: output, from: process) else {
            let reason = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
            throw StartError(description: "\(program) did not start: \(reason)")
        }
        announcement = line
    }

    /// One of the scripts in `Tests/Servers`.
    package convenience init(script: String, _ arguments: [String] = []) async throws {
        try await self.init(
            SourceTree.root.appending(path: "Tests/Servers/\(script)").path(percentEncoded: false), arguments)
    }

    deinit { stop() }

    /// Stands for the server's private folder among its arguments.
    package static let folder = "FOLDER"

    /// What the server wrote after its first line.
    package var lines: [String] {
        get throws {
            let output = try Data(contentsOf: folder.url.appending(path: "stdout"))
            return String(decoding: output, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
        }
    }

    /// The announcement, as what the reader makes of it.
    package func announced<T: Decodable>(as type: T.Type) throws -> T {
        try JSONDecoder().decode(type, from: announcement)
    }

    /// Ends the server and waits until it is gone.
    package func stop() {
        try? input.fileHandleForWriting.close()
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    private static func firstLine(of file: URL, from process: Process) async throws -> Data? {
        for _ in 0..<1500 {
            let output = try Data(contentsOf: file)
            if let end = output.firstIndex(of: UInt8(ascii: "\n")) { return output[..<end] }
            guard process.isRunning else { return nil }
            try await Task.sleep(for: .milliseconds(20))
        }
        return nil
    }
}
