import ArgumentParser
import OAuth
import World

/// `tokenctl auth-code`: a person signs in with the browser.
struct AuthCodeCommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "auth-code",
        abstract: "Get a user's token by signing in with the browser.",
        discussion: """
            A cached token or refresh token is used where there is one. Otherwise the browser opens, and brings the \
            answer back to a port of this machine (http://localhost:PORT, which the app must have registered). Where \
            the browser is on another machine, --paste takes the address that it ends at. --code redeems a code that \
            was got elsewhere.
            """)

    @Flag(help: "Ask for the address that the browser ends at, instead of listening for it.")
    var paste = false

    @Option(help: .init("Where to read a code that was got elsewhere; it is redeemed at once.", valueName: "source"))
    var code: String?

    @Option(
        help: .init(
            "Where the browser is sent back to, as registered (default: http://localhost with a free port).",
            valueName: "url"))
    var redirectUri: String?

    @Option(help: .init("The port to listen on (default: any free one).", valueName: "port"))
    var redirectPort: String?

    @Option(help: .init("Where to read the PKCE verifier that belongs to --code.", valueName: "source"))
    var codeVerifier: String?

    @Option(
        help: .init("What the sign-in page shows: login, select_account, consent, none or create.", valueName: "word"))
    var prompt: String?

    @Option(help: .init("The user name to fill in.", valueName: "user"))
    var loginHint: String?

    @Option(help: .init("The domain to sign in at.", valueName: "domain"))
    var domainHint: String?

    @Option(help: .init("How long ago the person may have signed in.", valueName: "seconds"))
    var maxAge: String?

    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: TokenOptions
    @OptionGroup(title: "Person") var patience: PatienceOptions
    @OptionGroup(title: "Cache") var cache: CacheOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "Sign in with the browser:",
            "tokenctl auth-code --tenant contoso.com --client-id ID --scope User.Read"),
        Example(
            "From a machine without a browser:",
            "tokenctl auth-code --tenant contoso.com --client-id ID --scope User.Read --paste"),
    ]

    var asksPerson: Bool { true }

    func run(in world: World) throws(Failure) {
        if let source = try SecretSource(code, option: "--code") { return try redeem(source, in: world) }
        let returning = try returning(in: world)
        let patience = try patience.seconds() ?? Self.signInPatience
        var wishes = SignInWishes(prompt: prompt, loginHint: loginHint ?? account.account, domainHint: domainHint)
        if let maxAge { wishes.maxAge = try Seconds.parse(maxAge, by: "--max-age") }
        try deliver(account.subject, in: world) { surroundings throws(Failure) in
            guard surroundings.interaction == .allowed, paste || isAnyoneThere(in: world) else { return nil }
            return AuthorizationCodeFlow(
                client: surroundings.client, wishes: wishes, returning: returning, patience: patience,
                show: { world.terminal.note("To sign in, open\n\($0)") },
                remark: { surroundings.notices.remark($0) })
        }
    }

    /// A code works once and says nothing about whose it is: the cache is not asked.
    private func redeem(_ source: SecretSource, in world: World) throws(Failure) {
        let verifier = try SecretSource(codeVerifier, option: "--code-verifier")
        try deliver(account.subject, reusing: .nothing, in: world) { surroundings throws(Failure) in
            let code = try source.read("code", in: world, interaction: surroundings.interaction)
            let proof = try verifier?.read("code verifier", in: world, interaction: surroundings.interaction)
            return CodeRedemptionFlow(
                client: surroundings.client, code: code, redirectURI: redirectUri, verifier: proof)
        }
    }

    private func returning(in world: World) throws(Failure) -> AuthorizationCodeFlow.Return {
        let address = redirectUri ?? "http://localhost"
        if paste {
            let terminal = world.terminal
            return .paste(redirectURI: redirectUri ?? "http://localhost") { prompt throws(Failure) in
                if terminal.isInteractive { return try terminal.ask(prompt) }
                let text = String(decoding: try world.files.read(descriptor: 0, limit: 1 << 16), as: UTF8.self)
                let words = text.split(whereSeparator: \.isWhitespace)
                guard let address = words.first else {
                    throw Failure(.interactionRequired, "nothing was pasted: standard input is empty")
                }
                return String(address)
            }
        }
        guard var url = try? WebURL(address), !url.isSecure else {
            throw Failure(
                .usage, "cannot listen for '\(address)': only http://localhost and http://127.0.0.1 can be listened on",
                hint: "give --paste to bring the answer back by hand")
        }
        if let redirectPort {
            guard let port = Int(redirectPort), (1...65535).contains(port) else {
                throw Failure(.usage, "--redirect-port takes a number from 1 to 65535, not '\(redirectPort)'")
            }
            url = url.with(port: port)
        }
        return .loopback(url)
    }

    private func isAnyoneThere(in world: World) -> Bool {
        world.terminal.isInteractive || world.environment.first("BROWSER") != nil
    }
}
