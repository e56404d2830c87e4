import ManPages
import TestSupport
import TokenctlCLI

/// The manual as the built program and its sources make it.
enum GeneratedManual {
    static func pages() async throws -> [ManPage] {
        let dump = try await ProcessRun.of(BuiltProduct.tokenctl, ["--experimental-dump-help"])
        return try manual.pages(dump: Array(dump.outputBytes))
    }

    private static var manual: Manual {
        Manual(
            date: CommandReference.releaseDate,
            exitStatuses: CommandReference.exitStatuses.map { Manual.Entry("\($0.code)", $0.meaning) },
            variables: EnvironmentVariables.all.map {
                Manual.Variable($0.name, $0.meaning, option: $0.option, exceptions: $0.exceptions)
            },
            files: CommandReference.files.map { Manual.Entry($0.path, $0.meaning) },
            examples: CommandReference.examples.mapValues { $0.map { Manual.Example($0.purpose, $0.line) } })
    }
}
