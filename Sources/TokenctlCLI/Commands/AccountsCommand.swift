import ArgumentParser

/// `tokenctl accounts`: who has signed in.
struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "accounts",
        abstract: "List the signed-in accounts, or sign them out.",
        discussion: "Accounts are those of one client at one provider.",
        subcommands: [AccountsListCommand.self, AccountsRemoveCommand.self])
}
