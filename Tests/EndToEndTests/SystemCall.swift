import Foundation
import TestSupport

/// A system call of a program, as strace(1) saw it.
struct SystemCall: CustomStringConvertible {
    static let requirement = Requirement.tool("strace")

    /// Its name: `openat`.
    let name: String
    /// Which one of that name it was, from 1.
    let number: Int
    /// The whole line.
    let text: String

    var description: String { text }

    /// The calls in a file that strace wrote, in order.
    static func read(_ path: String) throws -> [SystemCall] {
        var counts: [String: Int] = [:]
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard let end = line.firstIndex(of: "("), !line.hasPrefix("+"), !line.hasPrefix("-") else { return nil }
            let name = String(line[..<end])
            counts[name, default: 0] += 1
            return SystemCall(name: name, number: counts[name] ?? 0, text: String(line))
        }
    }
}

extension Tokenctl {
    /// Runs it under strace, which watches its first thread.
    ///
    /// - Parameter options: of strace; descriptors are shown with their paths anyway.
    func trace(
        _ arguments: [String], environment: [String: String] = [:], input: String = "", options: [String] = []
    ) async throws -> (run: ProcessRun, calls: [SystemCall]) {
        let trace = try TemporaryFolder()
        let file = trace.location(of: "trace")
        let run = try await ProcessRun.of(
            Requirement.path(ofTool: "strace") ?? "strace",
            ["-y", "-s", "256", "-o", file] + options + [BuiltProduct.tokenctl] + arguments,
            environment: variables.merging(environment) { $1 }, input: Data(input.utf8))
        return (run, try SystemCall.read(file))
    }
}
