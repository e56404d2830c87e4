import ArgumentParser
import OAuth
import World

/// `tokenctl get`: a user's token, without asking anyone.
struct GetCommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "get",
        abstract: "Print a signed-in user's token from the cache, refreshed when needed; nobody is asked.",
        discussion: """
            Ends with status 20 where a person would have to sign in. With several accounts and no --account it \
            lists them and ends with status 64.
            """)

    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: TokenOptions
    @OptionGroup(title: "Cache") var cache: CacheOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "Call an API as the signed-in user:",
            "tokenctl get --tenant contoso.com --client-id ID --scope User.Read -o curl "
                + "| curl -K - https://graph.microsoft.com/v1.0/me")
    ]

    func run(in world: World) throws(Failure) {
        try deliver(account.subject, in: world) { _ in nil }
    }
}
