import Foundation
import TestSupport

/// `tokenctl`, the real executable, with a configuration folder of its own.
struct Tokenctl: Sendable {
    let configuration: TemporaryFolder

    init() throws { configuration = try TemporaryFolder() }

    /// Starts it.
    ///
    /// - Parameters:
    ///   - arguments: the command and its options.
    ///   - environment: in addition to the search path and the configuration folder.
    ///   - input: what it reads from standard input.
    ///   - timeLimit: seconds, after which it is killed.
    func start(
        _ arguments: [String], environment: [String: String] = [:], input: String = "", timeLimit: Double = 60
    ) throws -> RunningProcess {
        try RunningProcess(
            BuiltProduct.tokenctl, arguments, environment: variables.merging(environment) { $1 },
            input: Data(input.utf8), timeLimit: timeLimit)
    }

    /// Runs it to its end.
    func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = "", timeLimit: Double = 60
    ) async throws -> ProcessRun {
        try await start(arguments, environment: environment, input: input, timeLimit: timeLimit).end()
    }

    /// Runs `tokenctl client-credentials`.
    func clientCredentials(
        _ options: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> ProcessRun {
        try await run(["client-credentials"] + options, environment: environment, input: input)
    }

    /// What it finds in the environment.
    var variables: [String: String] {
        ProcessRun.bareEnvironment.merging(["TOKENCTL_CONFIG_DIR": configuration.path]) { $1 }
    }

    /// The files in the configuration folder, by their paths in it.
    func files() throws -> [String: Data] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: configuration.path)
        let contents = paths.map { ($0, try? Data(contentsOf: configuration.url.appending(path: $0))) }
        return Dictionary(uniqueKeysWithValues: contents).compactMapValues(\.self)
    }

    /// The cached tokens' files, by their paths.
    func cacheFiles() throws -> [String: Data] {
        try files().filter { $0.key.hasPrefix("cache/") && $0.key.hasSuffix(".json") }
    }
}
