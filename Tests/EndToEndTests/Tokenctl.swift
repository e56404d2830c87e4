import Foundation
import TestSupport

/// `tokenctl`, the real executable, with a configuration folder of its own.
struct Tokenctl: Sendable {
    let configuration: TemporaryFolder

    init() throws { configuration = try TemporaryFolder() }

    /// Runs `tokenctl client-credentials`.
    ///
    /// - Parameters:
    ///   - environment: in addition to the search path and the configuration folder.
    ///   - input: what it reads from standard input.
    func clientCredentials(
        _ options: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> ProcessRun {
        var variables = ProcessRun.bareEnvironment
        variables["TOKENCTL_CONFIG_DIR"] = configuration.path
        variables.merge(environment) { $1 }
        return try await ProcessRun.of(
            BuiltProduct.tokenctl, ["client-credentials"] + options, environment: variables, input: Data(input.utf8))
    }

    /// The files in the configuration folder, by their paths in it.
    func files() throws -> [String: Data] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: configuration.path)
        let contents = paths.map { ($0, try? Data(contentsOf: configuration.url.appending(path: $0))) }
        return Dictionary(uniqueKeysWithValues: contents).compactMapValues(\.self)
    }
}
