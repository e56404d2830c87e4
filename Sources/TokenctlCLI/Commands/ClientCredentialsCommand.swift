import ArgumentParser
import OAuth
import World

/// `tokenctl client-credentials`: a token for the app itself.
struct ClientCredentialsCommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "client-credentials",
        abstract: "Get a token for an app itself, by its secret, certificate or assertion.",
        discussion: """
            A token in the cache is used while it is valid; that needs neither the network nor the credential. With \
            Entra, ask for one resource as a whole: --resource RESOURCE, or --scope RESOURCE/.default.
            """)

    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: TokenOptions
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
        try deliver(.app, in: world) { request throws(Failure) in
            if case .authority(let authority) = request.provider {
                try ClientCredentialsFlow.check(request.scopes, at: authority)
            }
        } by: { surroundings in
            ClientCredentialsFlow(client: surroundings.client)
        }
    }
}
