import ArgumentParser
import OAuth
import World

/// `tokenctl obo`: a user's token for one API, exchanged for another API's.
struct OBOCommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "obo",
        abstract: "Exchange the user's token that an API was called with for a token of another API (on-behalf-of).",
        discussion: """
            The app is the API itself: its client ID and credential, and a token that the user's client got for it. \
            Where no tenant is given, the assertion's own is taken. Tokens are kept for each assertion; with \
            --session-key they are kept under that name instead, and refreshed after the assertion has expired.
            """)

    @Option(
        help: .init(
            "Where to read the token that the API was called with (default: standard input, when that is no terminal).",
            valueName: "source"))
    var assertion: String?

    @Option(
        help: .init(
            "A name for what the API does for this user, however long it takes: a refresh token is kept under it.",
            valueName: "key"))
    var sessionKey: String?

    @Option(
        help: .init(
            """
            What to get: \(RequestedTokenType.names.joined(separator: ", ")) (default: access_token). A SAML \
            assertion is printed as XML, or with -o token as it was sent.
            """, valueName: "type"),
        completion: RequestedTokenType.completion)
    var requestedTokenType: String?

    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: TokenOptions
    @OptionGroup(title: "Cache") var cache: CacheOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "Call Microsoft Graph as the user who called this API:",
            "printf %s \"$USER_TOKEN\" | tokenctl obo --client-id ID --client-secret file:/run/secrets/api "
                + "--scope https://graph.microsoft.com/User.Read"),
        Example(
            "A SAML assertion for a web service:",
            "tokenctl obo --tenant contoso.com --client-id ID --certificate api.pem --assertion env:USER_TOKEN "
                + "--resource https://legacy.contoso.com --requested-token-type saml2"),
    ]

    func run(in world: World) throws(Failure) {
        let interaction = messages.interaction(in: world.environment)
        let type = try tokenType
        let assertion = try userAssertion(in: world, interaction: interaction)
        let clientID = try credential.clientID(in: world.environment)
        try assertion?.check(for: clientID)
        // In a session, what was kept may help where the assertion does not any more.
        if sessionKey == nil { try assertion?.checkTime(now: world.clock.now) }
        if assertion?.isOpaque == true {
            try messages.notices(in: world).remark("the assertion is opaque: only the provider can tell what it is")
        }
        var command = self
        command.provider = provider.taking(tenant: assertion?.tenant, in: world.environment)
        try command.deliver(subject(assertion), type: type, in: world) { request throws(Failure) in
            guard !request.scopes.isEmpty else {
                throw Failure(.usage, "no scope", hint: "give --scope SCOPE, or --resource RESOURCE")
            }
        } signIn: {
            command.signIn(at: assertion)
        } by: { surroundings in
            OnBehalfOfFlow(client: surroundings.client, assertion: assertion)
        }
    }

    /// How the user's own client gets a token that will do: it has to ask for this API again.
    private func signIn(at assertion: UserAssertion?) -> SignInCommand {
        SignInCommand(
            provider: provider, clientID: assertion?.client ?? "CLIENT", resource: assertion?.audience ?? "API",
            scopes: [])
    }

    private func subject(_ assertion: UserAssertion?) -> Subject {
        if let sessionKey { return .onBehalf(.session(sessionKey, user: assertion?.account?.localAccountID)) }
        return .onBehalf(.assertion(assertion?.secret ?? Secret("")))
    }

    private var tokenType: RequestedTokenType {
        get throws(Failure) {
            guard let requestedTokenType else { return .accessToken }
            return try RequestedTokenType.named(requestedTokenType, by: "--requested-token-type")
        }
    }

    /// nil in a session that goes on without one.
    private func userAssertion(in world: World, interaction: Interaction) throws(Failure) -> UserAssertion? {
        let given = try SecretSource(assertion, option: "--assertion")
        guard let source = given ?? (world.terminal.isTyped ? nil : .descriptor(0)) else {
            if sessionKey != nil { return nil }
            throw Failure(
                .usage, "no assertion: on-behalf-of needs the user's token that the API was called with",
                hint: "give --assertion SOURCE, or pipe the token in")
        }
        let secret: Secret
        do {
            secret = try source.read("assertion", in: world, interaction: interaction)
        } catch {
            // Nothing was piped in.
            guard given == nil, sessionKey != nil, error.code == .badData else { throw error }
            return nil
        }
        return try UserAssertion(secret)
    }
}

extension RequestedTokenType: NamedValue {
    static let kind = "token type"
}
