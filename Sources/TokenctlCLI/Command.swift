import ArgumentParser
import World

/// A command, run in a world that is handed to it.
protocol Command: ParsableCommand {
    /// Does the work; what it throws becomes one error message and an exit status.
    func run(in world: World) throws(Failure)

    /// Whole command lines that show the command at work, with what they do; for its man page.
    static var examples: [Example] { get }
}

extension Command {
    /// The command with its options; nil for arguments that it does not take.
    ///
    /// The type is known here: to find out that it is a `Command`, the runtime would look through all types there are.
    static func parsed(_ arguments: [String]) -> (any Command)? { (try? parseAsRoot(arguments)) as? Self }
}

/// A command line and what it does.
package struct Example: Sendable {
    package let purpose: String
    package let line: String

    init(_ purpose: String, _ line: String) {
        self.purpose = purpose
        self.line = line
    }
}

extension CommandConfiguration {
    /// A command below `tokenctl`.
    ///
    /// It knows the name above it, because it is parsed by itself: then help is right, and the parser does not look
    /// for the options that only `tokenctl` itself has, which took a quarter of the time of a cached token.
    static func subcommand(
        _ name: String, abstract: String, discussion: String, subcommands: [any ParsableCommand.Type] = []
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, _superCommandName: "tokenctl", abstract: abstract, discussion: discussion,
            subcommands: subcommands)
    }
}
