import ArgumentParser

/// The command line of the sandbox.
@main
struct SandboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokenctl-sandbox",
        abstract: "An identity provider on loopback, shaped like Microsoft Entra ID.",
        subcommands: [ServeCommand.self, ApproveCommand.self, DeclineCommand.self, AuthorizeCommand.self],
        defaultSubcommand: ServeCommand.self)
}
