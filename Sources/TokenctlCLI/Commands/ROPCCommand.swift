import ArgumentParser
import OAuth
import WSTrust
import World

/// `tokenctl ropc`: a user name and a password.
struct ROPCCommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "ropc",
        abstract: "Get a user's token by user name and password (discouraged).",
        discussion: """
            Discouraged: the password passes through this program, and nothing that a sign-in page can ask for, such \
            as MFA or consent, works. Use device-code or auth-code wherever a person is there.
            """)

    @Option(help: .init("The user name.", valueName: "user"))
    var username: String?

    @Option(help: .init("Where to read the password (default: prompt).", valueName: "source"))
    var password: String?

    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: TokenOptions
    @OptionGroup(title: "Cache") var cache: CacheOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "With the password from a password manager:",
            "tokenctl ropc --tenant contoso.com --client-id ID --username ann@contoso.com "
                + "--password 'cmd:pass show contoso/ann' --scope User.Read")
    ]

    func run(in world: World) throws(Failure) {
        guard let username = username ?? world.environment.first("AZURE_USERNAME") else {
            throw Failure(.usage, "no user name", hint: "give --username USER")
        }
        let source = try passwordSource(in: world.environment)
        try deliver(.user(username), in: world) { request throws(Failure) in
            try LimitedFlow.password.check(request.provider)
        } by: { surroundings in
            UserPasswordFlow(client: surroundings.client, username: username) { () throws(Failure) in
                if world.terminal.isWatched {
                    surroundings.notices.inform(
                        "passwords on the command line are discouraged; device-code and auth-code are safer")
                }
                return try source.read("password", in: world, interaction: surroundings.interaction)
            }
        }
    }

    private func passwordSource(in environment: Environment) throws(Failure) -> SecretSource {
        if let source = try SecretSource(password, option: "--password") { return source }
        return environment.first("AZURE_PASSWORD") == nil ? .prompt : .environment("AZURE_PASSWORD")
    }
}
