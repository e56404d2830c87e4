/// All that the manual is made from: the program's own description of its options, and what it cannot describe.
package struct Manual: Sendable {
    /// A word and what it stands for: an exit status, a file.
    package struct Entry: Sendable {
        let term: String
        let meaning: String

        package init(_ term: String, _ meaning: String) {
            self.term = term
            self.meaning = meaning
        }
    }

    /// An environment variable, and the option that it stands in for.
    package struct Variable: Sendable {
        let name: String
        let meaning: String
        /// `--tenant`; nil when no option says the same.
        let option: String?
        /// The commands whose option of that name it does not stand in for.
        let exceptions: [String]

        package init(_ name: String, _ meaning: String, option: String?, exceptions: [String] = []) {
            self.name = name
            self.meaning = meaning
            self.option = option
            self.exceptions = exceptions
        }
    }

    /// A command line and what it does.
    package struct Example: Sendable {
        let purpose: String
        let line: String

        package init(_ purpose: String, _ line: String) {
            self.purpose = purpose
            self.line = line
        }
    }

    /// The day of the release as mdoc has it, `September 21, 2026`: pages must not change with the day they are made.
    package var date: String
    package var exitStatuses: [Entry]
    package var variables: [Variable]
    package var files: [Entry]
    /// By command, `cache list` for one below another.
    package var examples: [String: [Example]]

    package init(
        date: String, exitStatuses: [Entry], variables: [Variable], files: [Entry], examples: [String: [Example]]
    ) {
        self.date = date
        self.exitStatuses = exitStatuses
        self.variables = variables
        self.files = files
        self.examples = examples
    }

    /// The pages of the program: one for itself, then one for each of its commands.
    ///
    /// - Parameter dump: what `--experimental-dump-help` prints.
    /// - Throws: `DecodingError`.
    package func pages(dump: [UInt8]) throws -> [ManPage] {
        let root = try ToolDump(parsing: dump).command
        return [RootPage(root: root, manual: self).page]
            + root.shownSubcommands.map { CommandPage(command: $0, root: root, manual: self).page }
    }
}

/// A page as a file of `man/`.
package struct ManPage: Sendable {
    /// `tokenctl-decode.1`.
    package let fileName: String
    /// In mdoc(7).
    package let text: String
}
