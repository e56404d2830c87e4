import ArgumentParser
import OAuth
import World

/// The shape of the result.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: .init(
            "The format of the result: \(OutputFormat.Kind.names.joined(separator: ", ")) (default: token).",
            discussion: "A format that sets a variable takes its name after a colon: env:NAME.", valueName: "format"),
        completion: OutputFormat.Kind.completion)
    var output: String?
}

extension OutputOptions {
    /// - Throws: `usage` for an unknown format.
    func format(for type: RequestedTokenType, in environment: Environment) throws(Failure) -> OutputFormat {
        if let output { return try OutputFormat(output, by: "--output") }
        guard let text = environment.first("TOKENCTL_OUTPUT") else { return type.isSAML ? .saml : .token }
        return try OutputFormat(text, by: "TOKENCTL_OUTPUT")
    }
}
