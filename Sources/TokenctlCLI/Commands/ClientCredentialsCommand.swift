import ArgumentParser
import OAuth
import World

/// `tokenctl client-credentials`: a token for the app itself.
struct ClientCredentialsCommand: Command {
    static let configuration = CommandConfiguration.subcommand(
        "client-credentials",
        abstract: "Get a token for an app itself, by its secret, certificate or assertion.",
        discussion: """
            The cache is looked at first; a cached token needs neither the network nor the credential. With Entra the \
            scope is one resource's whole: RESOURCE/.default.
            """)

    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: ScopeOptions
    @OptionGroup(title: "Cache") var cache: CacheOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "A token for Microsoft Graph, with the secret in a variable:",
            "tokenctl client-credentials --tenant contoso.com --client-id ID --client-secret env:APP_SECRET "
                + "--resource https://graph.microsoft.com"),
        Example(
            "With a certificate, as an HTTP header:",
            "tokenctl client-credentials --tenant contoso.com --client-id ID --certificate app.pem "
                + "--resource https://graph.microsoft.com --output header"),
        Example(
            "From any other OpenID provider:",
            "tokenctl client-credentials --issuer https://idp.example.com --client-id ID "
                + "--client-secret file:/run/secrets/app --scope api.read"),
    ]

    func run(in world: World) throws(Failure) {
        let environment = world.environment
        let notices = try messages.notices(in: world)
        let format = try output.format(in: environment)
        let request = try request(in: environment)
        let source = try credential.credentialSource(in: environment)
        let interaction = messages.interaction(in: environment)
        let timeout = try network.timeoutSeconds(in: environment)
        let flow = ClientCredentialsFlow(authMethod: try credential.chosenAuthMethod) { () throws(Failure) in
            try source.load(in: world, interaction: interaction)
        } client: { () throws(Failure) in
            HTTPClient(transport: messages.transport(in: world), options: try network.transportOptions(in: world))
        }
        let acquirer = TokenAcquirer(
            world: world, cache: try cache.cache(in: world, notices: notices),
            policy: try cache.policy(networkTimeout: timeout)
        ) { notices.remark($0) }
        let token = try acquirer.acquire(request, by: flow)
        notices.remark("the token is from the \(token.source.rawValue) and expires at \(UTCTime.text(token.expiresOn))")
        try TokenReport(token: token, clientID: request.clientID).write(as: format, in: world)
    }

    private func request(in environment: Environment) throws(Failure) -> TokenRequest {
        let request = TokenRequest(
            provider: try provider.provider(in: environment), clientID: try credential.clientID(in: environment),
            scopes: token.scopes(in: environment))
        if case .authority(let authority) = request.provider {
            try ClientCredentialsFlow.check(request.scopes, at: authority)
        }
        return request
    }
}
