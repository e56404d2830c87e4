import ArgumentParser
import OAuth
import World

/// `tokenctl refresh`: a new token for a refresh token.
struct RefreshCommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "refresh",
        abstract: "Get a new user's token for a refresh token, a given one or the cached one.",
        discussion: "Asks the provider even though a cached token is still good. Nobody has to be there.")

    @Option(help: .init("Where to read the refresh token (default: the cached one).", valueName: "source"))
    var refreshToken: String?

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
            "A token for other scopes, without a new sign-in:",
            "tokenctl refresh --tenant contoso.com --client-id ID --scope Mail.Read")
    ]

    func run(in world: World) throws(Failure) {
        let source = try SecretSource(refreshToken, option: "--refresh-token")
        try deliver(account.subject, reusing: source == nil ? .refreshTokens : .nothing, in: world) {
            surroundings throws(Failure) in
            guard let source else { return nil }
            let token = try source.read("refresh token", in: world, interaction: surroundings.interaction)
            return RefreshTokenFlow(client: surroundings.client, refreshToken: token, account: nil)
        }
    }
}
