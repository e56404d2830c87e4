import ArgumentParser
import OAuth
import TokenCache
import World

/// `tokenctl accounts remove`: signs accounts out of this machine.
struct AccountsRemoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove accounts with all their tokens from the cache.",
        discussion: """
            Sessions in a browser stay, and so do tokens that were handed out already: they work until they expire.
            """)

    @Argument(help: .init("The account, by user name or home account ID.", valueName: "user"))
    var user: String?

    @Flag(help: "Remove all accounts.")
    var all = false

    @OptionGroup(title: "Accounts") var filter: AccountFilterOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("Sign one account out:", "tokenctl accounts remove ann@contoso.com"),
        Example("Sign everyone out of one app:", "tokenctl accounts remove --all --client-id ID"),
    ]

    func run(in world: World) throws(Failure) {
        guard (user == nil) == all else {
            throw Failure(.usage, "expected a user name or --all, and not both", hint: "see tokenctl accounts list")
        }
        let notices = try messages.notices(in: world)
        let accounts = try filter.accounts(in: world, notices: notices).filter { known in
            user.map(known.account.isNamed) ?? true
        }
        if let user, accounts.isEmpty {
            throw Failure(.noInput, "no account '\(user)' has signed in", hint: "see tokenctl accounts list")
        }
        guard let directory = filter.directory(in: world, notices: notices) else { return }
        accounts.forEach { directory.remove($0) }
        if world.terminal.isWatched, !accounts.isEmpty {
            notices.inform("removed \(accounts.count) from the cache; sessions in the browser stay")
        }
    }
}
