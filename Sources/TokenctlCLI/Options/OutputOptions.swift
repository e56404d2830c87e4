import ArgumentParser
import World

/// The shape of the result.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: .init(
            "The format of the result (default: token).",
            discussion: "A format that sets a variable takes its name after a colon: env:NAME.", valueName: "format"),
        completion: .list(OutputFormat.allValueStrings))
    var output: OutputFormat?
}

extension OutputOptions {
    /// - Throws: `usage` when the environment names an unknown format.
    func format(in environment: Environment) throws(Failure) -> OutputFormat {
        if let output { return output }
        guard let text = environment.first("TOKENCTL_OUTPUT") else { return .token }
        guard let format = OutputFormat(argument: text) else {
            throw Failure(
                .usage, "unknown output format '\(text)' in TOKENCTL_OUTPUT",
                hint: "use one of \(OutputFormat.allValueStrings.joined(separator: ", "))")
        }
        return format
    }
}
