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

    /// The commands that may find their token in the cache: see `CommandLineTool.request`.
    static let flows: [any Command.Type] = [
        ClientCredentialsCommand.self, DeviceCodeCommand.self, AuthCodeCommand.self, OBOCommand.self, ROPCCommand.self,
        RefreshCommand.self, GetCommand.self,
    ]

    /// Every command, in the order in which help lists them.
    static let commands: [any ParsableCommand.Type] =
        flows.map { $0 } + [
            AccountsCommand.self, CacheCommand.self, DecodeCommand.self,
            VerifyCommand.self,
            ExplainCommand.self, SandboxCommand.self,
        ]

    /// The command of that name.
    static func command(named name: String?) -> (any ParsableCommand.Type)? {
        commands.first { $0.configuration.commandName == name }
    }
}
