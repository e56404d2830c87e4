import World

/// How errors are written to standard error.
enum ErrorFormat: String, NamedValue {
    static let kind = "error format"

    case text
    case json

    /// What an option and, where it is silent, the environment ask for.
    static func named(_ option: String?, in environment: Environment) -> ErrorFormat {
        (option ?? environment.first("TOKENCTL_ERROR_FORMAT")).flatMap(ErrorFormat.init) ?? .text
    }

    /// What the arguments ask for, read without parsing them: the parser's own errors obey it too.
    ///
    /// An unknown name means text here; the command itself refuses it.
    static func requested(by arguments: [String], environment: Environment) -> ErrorFormat {
        let options = arguments.prefix { $0 != "--" }
        let afterName = options.lastIndex(of: "--error-format").flatMap { options[($0 + 1)...].first }
        let afterEquals = options.last { $0.hasPrefix("--error-format=") }?.dropFirst("--error-format=".count)
        let text = afterName ?? afterEquals.map(String.init) ?? environment.first("TOKENCTL_ERROR_FORMAT")
        return text.flatMap(ErrorFormat.init) ?? .text
    }
}
