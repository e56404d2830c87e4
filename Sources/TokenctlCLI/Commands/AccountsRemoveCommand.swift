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
            Where the user has signed in to several apps, or at several providers (two policies of B2C count as two), \
            all of these accounts are removed, unless --client-id and --provider say which. Sessions in a browser stay, \
            and so do tokens that were handed out already: they work until they expire.
            """)

    @Argument(help: .init("The account, by user name or home account ID.", valueName: "user"))
    var user: String?

    @Flag(help: "Remove the accounts of all users.")
    var all = false

    @Flag(help: "Have the provider revoke the refresh tokens, too; Entra has no service for that.")
    var revoke = false

    @OptionGroup(title: "Accounts") var filter: AccountFilterOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("Sign one account out:", "tokenctl accounts remove ann@contoso.com"),
        Example("Sign everyone out of one app:", "tokenctl accounts remove --all --client-id ID"),
        Example(
            "Sign one account out at one provider only:",
            "tokenctl accounts remove ann@contoso.com --provider contoso.b2clogin.com/b2c_1_signin"),
    ]

    func run(in world: World) throws(Failure) {
        guard (user == nil) == all else {
            throw Failure(.usage, "expected a user name or --all, and not both", hint: "see tokenctl accounts list")
        }
        let notices = try messages.notices(in: world)
        let interaction = messages.interaction(in: world.environment)
        let accounts = try filter.accounts(in: world, notices: notices, interaction: interaction).filter { known in
            user.map(known.account.isNamed) ?? true
        }
        if accounts.isEmpty, user != nil || filter.isNarrow {
            let name = user.map { " '\($0)'" } ?? ""
            throw Failure(
                .noInput, "no account\(name) has signed in\(filter.isNarrow ? " there" : "")",
                hint: "see tokenctl accounts list")
        }
        guard let directory = try filter.directory(in: world, notices: notices, interaction: interaction) else {
            return
        }
        for account in accounts {
            if revoke { try revokeTokens(of: account, in: directory, world: world, notices: notices) }
            directory.remove(account)
            if world.terminal.isWatched {
                notices.inform("removed \(account.account.name) of the app \(account.clientID) at \(account.provider)")
            }
        }
        if world.terminal.isWatched, !accounts.isEmpty { notices.inform("sessions in the browser stay") }
    }

    /// What the provider does not take back is a warning: the account goes from the cache all the same.
    private func revokeTokens(
        of signedIn: SignedInAccount, in directory: AccountDirectory, world: World, notices: Notices
    ) throws(Failure) {
        let http = try network.client(over: messages.transport(in: world), in: world, notices: notices)
        for token in directory.refreshTokens(of: signedIn) {
            do throws(Failure) {
                guard signedIn.provider.contains("://") else {
                    throw Failure(.refused, "'\(signedIn.provider)' does not take tokens back")
                }
                let issuer = try Issuer(signedIn.provider)
                try TokenRevocation(http: http).revoke(token, of: signedIn.clientID, at: issuer)
            } catch {
                notices.warn("a refresh token of '\(signedIn.account.name)' is not revoked: \(error.message)")
            }
        }
    }
}
