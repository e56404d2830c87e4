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

    @Option(
        help: .init(
            "An Azure region to ask in, auto for the one this runs in, or none; Entra lets few apps but Microsoft's own do so.",
            valueName: "name"))
    var region: String?

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
        } by: { surroundings throws(Failure) in
            ClientCredentialsFlow(
                client: surroundings.client,
                region: try regionChoice(at: surroundings.request.provider, in: world.environment)
            ) { [notices = surroundings.notices] in notices.remark($0) }
        }
    }

    /// The region by the option, or else by the environment, which may be made for another provider than this.
    ///
    /// - Throws: `usage`.
    private func regionChoice(at provider: Provider, in environment: Environment) throws(Failure) -> RegionChoice {
        let hasRegions = Region.exist(at: provider)
        if let region {
            let choice = try RegionChoice(region, by: "--region")
            guard hasRegions || choice == .global else {
                throw Failure(
                    .usage, "--region is for Entra's tenants at the global hosts of its clouds, not for '\(provider)'",
                    hint: "leave --region out")
            }
            return choice
        }
        for variable in ["TOKENCTL_REGION", "AZURE_REGIONAL_AUTHORITY_NAME", "MSAL_FORCE_REGION"] {
            if let name = environment.first(variable) {
                return hasRegions ? try RegionChoice(name, by: variable) : .global
            }
        }
        return .global
    }
}
