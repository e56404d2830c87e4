import ArgumentParser
import World

/// `tokenctl` itself: the tree of commands that help, man pages and completions are made from.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokenctl",
        abstract: "Get OAuth 2.0 and OpenID Connect tokens, and keep them in a cache.",
        discussion: """
            The token goes to standard output; everything for people goes to standard error. Options come from the \
            command line, then from environment variables, then from defaults.
            """,
        version: World.version,
        subcommands: commands)

    /// Every command, in the order in which help lists them.
    static let commands: [any ParsableCommand.Type] = entries.map { entry in
        switch entry {
        case .command(let type): type
        case .group(let type): type
        }
    }

    /// A command, or several under one name.
    private enum Entry {
        case command(any Command.Type)
        case group(any ParsableCommand.Type)
    }

    private static let entries: [Entry] = [
        .command(ClientCredentialsCommand.self), .command(DeviceCodeCommand.self), .command(AuthCodeCommand.self),
        .command(OBOCommand.self), .command(ROPCCommand.self), .command(IWACommand.self),
        .command(RefreshCommand.self),
        .command(GetCommand.self), .group(AccountsCommand.self), .group(CacheCommand.self),
        .command(DecodeCommand.self), .command(VerifyCommand.self), .command(ExplainCommand.self),
        .command(SandboxCommand.self),
    ]

    /// Parses the arguments of a command behind its name; nil where they are wrong, or ask for something else.
    static func parsed(_ name: String?, _ arguments: [String]) -> (any Command)? {
        for entry in entries {
            switch entry {
            case .command(let type) where type.configuration.commandName == name:
                return (try? type.parsed(from: arguments)) ?? nil
            case .group(let type) where type.configuration.commandName == name:
                return (try? type.parseAsRoot(arguments)) as? any Command
            case .command, .group: continue
            }
        }
        return nil
    }
}
