import ArgumentParser
package import World

/// What the manual says beside the options, taken from where the program itself keeps it.
package enum CommandReference {
    /// By command, `cache list` for one below another.
    package static var examples: [String: [Example]] {
        RootCommand.commands.reduce(into: [:]) { collect(from: $1, path: "", into: &$0) }
    }

    package static var exitStatuses: [(code: Int32, meaning: String)] {
        ExitStatus.allCases.map { ($0.rawValue, $0.meaning) }
    }

    /// The program's own files, by where they are when nothing else is said.
    package static let files = [
        (
            path: "~/.config/tokenctl/cache/*.json",
            meaning: """
            The cached tokens, in the format of Microsoft's MSAL libraries; a file for each app and tenant. The \
            folder ~/.config is $XDG_CONFIG_HOME where that is set. The folder ~/.config/tokenctl is another one \
            with --config-dir or TOKENCTL_CONFIG_DIR.
            """
        ),
        (
            path: "~/.config/tokenctl/cache/.encrypted",
            meaning: "There where the cache is encrypted: a wrong key is told by it before it encrypts anything."
        ),
        (
            path: "~/.config/tokenctl/keys/*.json",
            meaning: "The keys that issuers have published, kept for a day for tokenctl verify."
        ),
    ]

    /// The date of this version's release, as mdoc(7) writes it.
    package static let releaseDate = "November 21, 2026"

    /// Whether the program would take these arguments; nothing runs.
    ///
    /// - Parameter arguments: without the program's own name.
    /// - Throws: `usage`, as the program would.
    package static func check(_ arguments: [String]) throws(Failure) {
        _ = try CommandLineTool.request(arguments)
    }

    private static func collect(
        from type: any ParsableCommand.Type, path: String, into examples: inout [String: [Example]]
    ) {
        let path = path + (type.configuration.commandName ?? "")
        if let command = type as? any Command.Type { examples[path] = command.examples }
        for child in type.configuration.subcommands { collect(from: child, path: path + " ", into: &examples) }
    }
}
