import ArgumentParser

/// `tokenctl accounts`: who has signed in.
struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "accounts",
        abstract: "List the signed-in accounts, or sign them out.",
        discussion: "Whoever has signed in to several apps, or at several providers, has an account for each.",
        subcommands: [AccountsListCommand.self, AccountsRemoveCommand.self])
}
