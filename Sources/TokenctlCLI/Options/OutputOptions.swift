import ArgumentParser
import World

/// The shape of the result.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: .init(
            """
            What is printed: \(OutputFormat.Kind.names.joined(separator: ", ")) (default: token). Formats that \
            set a variable take its name after a colon.
            """, valueName: "format"),
        completion: OutputFormat.Kind.completion)
    var output: String?
}

extension OutputOptions {
    /// - Throws: `usage` for an unknown format.
    func format(in environment: Environment) throws(Failure) -> OutputFormat {
        if let output { return try OutputFormat(output, by: "--output") }
        guard let text = environment.first("TOKENCTL_OUTPUT") else { return .token }
        return try OutputFormat(text, by: "TOKENCTL_OUTPUT")
    }
}
