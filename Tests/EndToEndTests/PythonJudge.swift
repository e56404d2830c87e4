import Foundation
import TestSupport

/// The Python programs in `Tests/Interop`: what tokenctl and the sandbox make is judged by the libraries of others.
enum PythonJudge {
    /// The interpreter with msal, PyJWT, joserfc, signxml and django-oauth-toolkit.
    static let python = SourceTree.root.appending(path: ".build/test-venv/bin/python")
        .path(percentEncoded: false)

    static let requirement = Requirement("the tests' Python environment", remedy: "Tests/run") {
        FileManager.default.isExecutableFile(atPath: python)
    }

    /// Runs one of them to its end.
    ///
    /// - Parameter input: what it reads from standard input.
    static func run(_ script: String, _ arguments: [String] = [], input: Data) async throws -> ProcessRun {
        let path = SourceTree.root.appending(path: "Tests/Interop/\(script)").path(percentEncoded: false)
        return try await ProcessRun.of(python, [path] + arguments, input: input)
    }

    /// Runs one of them that reads JSON.
    static func run(_ script: String, _ input: some Encodable) async throws -> ProcessRun {
        try await run(script, input: JSONEncoder().encode(input))
    }
}
