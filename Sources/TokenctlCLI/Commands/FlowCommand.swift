import ArgumentParser
import OAuth
import TokenCache
import World

/// A command that ends with a token: what all flows share.
protocol FlowCommand: Command {
    var provider: ProviderOptions { get }
    var credential: CredentialOptions { get }
    var token: ScopeOptions { get }
    var cache: CacheOptions { get }
    var network: NetworkOptions { get }
    var output: OutputOptions { get }
    var messages: MessageOptions { get }
    /// Whether the flow has a person do something, and so may take minutes.
    var asksPerson: Bool { get }
}

extension FlowCommand {
    var asksPerson: Bool { false }

    /// How long someone may take to sign in, here or in another process, in seconds: as long as device codes live.
    static var signInPatience: Int { 900 }
}

/// What of the cache will do.
enum Reuse {
    /// A cached token, or a cached refresh token.
    case tokens
    case refreshTokens
    case nothing
}

/// What a flow is made with.
struct FlowSurroundings {
    let client: OAuthClient
    let interaction: Interaction
    let notices: Notices
}

extension FlowCommand {
    /// Gets a token from the cache, by a cached refresh token, or by the flow, and prints it.
    ///
    /// - Parameters:
    ///   - check: refuses what the provider would refuse anyway, before anything is asked.
    ///   - makeFlow: nil for no flow: then nobody is asked, and it has to be clear whose token is meant.
    func deliver(
        _ subject: Subject, reusing reuse: Reuse = .tokens, in world: World,
        check: (TokenRequest) throws(Failure) -> Void = { _ throws(Failure) in },
        by makeFlow: (FlowSurroundings) throws(Failure) -> (any Flow)?
    ) throws(Failure) {
        let notices = try messages.notices(in: world)
        let format = try output.format(in: world.environment)
        try format.check(for: subject, in: world.environment)
        let request = try request(for: subject, in: world.environment)
        try check(request)
        let interaction = messages.interaction(in: world.environment)
        let client = try client(in: world, interaction: interaction)
        let flow = try makeFlow(FlowSurroundings(client: client, interaction: interaction, notices: notices))
        let repository = try cache.cache(in: world, notices: notices)
        if flow == nil, subject != .app { try checkAmbiguity(of: request, in: repository) }
        let patience = asksPerson ? Self.signInPatience : try network.timeoutSeconds(in: world.environment)
        let policy = try cache.policy(patience: patience, ignoresCachedTokens: reuse != .tokens)
        let acquirer = TokenAcquirer(world: world, cache: repository, policy: policy) { notices.remark($0) }
        let token: AcquiredToken
        do {
            token = try acquirer.acquire(
                request, refreshingAs: subject == .app || reuse == .nothing ? nil : client, by: flow)
        } catch {
            guard error.code == .interactionRequired, error.hint == nil else { throw error }
            var failure = error
            failure.hint = "sign in first: \(signInCommand)"
            throw failure
        }
        notices.remark("the token is from the \(token.source.rawValue) and expires at \(UTCTime.text(token.expiresOn))")
        if case .user(let name?) = subject, let account = token.account, !account.isNamed(name) {
            notices.warn("'\(account.name)' signed in, not '\(name)'")
        }
        try TokenReport(token: token, request: request).write(as: format, in: world)
    }

    /// Which of several accounts is meant has to be said where nobody can be asked.
    private func checkAmbiguity(of request: TokenRequest, in cache: TokenCache?) throws(Failure) {
        guard case .user(nil) = request.subject, let accounts = cache?.accounts(for: request) else { return }
        let names = Set(accounts.map(\.name))
        guard Set(accounts.map(\.homeAccountID)).count > 1 else { return }
        throw Failure(
            .usage, "several accounts have signed in: \(names.sorted().joined(separator: ", "))",
            hint: "say which with --account USER")
    }

    /// The command with which a person would sign in for the same token.
    private var signInCommand: String {
        let options: [(String, String?)] = [
            ("--tenant", provider.tenant), ("--authority", provider.authority), ("--cloud", provider.cloud),
            ("--issuer", provider.issuer), ("--client-id", credential.clientId), ("--resource", token.resource),
            ("--scope", token.scope.isEmpty ? nil : token.scope.joined(separator: " ")),
        ]
        let given = options.compactMap { name, value in value.map { "\(name) \(ShellQuote.posixIfNeeded($0))" } }
        return (["tokenctl device-code"] + given).joined(separator: " ")
    }

    /// What is asked for.
    func request(for subject: Subject, in environment: Environment) throws(Failure) -> TokenRequest {
        TokenRequest(
            provider: try provider.provider(in: environment), clientID: try credential.clientID(in: environment),
            scopes: token.scopes(in: environment), subject: subject)
    }

    /// The client with what it needs to reach the provider; nothing is read yet.
    func client(in world: World, interaction: Interaction) throws(Failure) -> OAuthClient {
        let source = try credential.credentialSource(in: world.environment)
        let transport = messages.transport(in: world)
        let network = network
        return OAuthClient(authMethod: try credential.chosenAuthMethod) { () throws(Failure) in
            try source?.load(in: world, interaction: interaction)
        } http: { () throws(Failure) in
            HTTPClient(transport: transport, options: try network.transportOptions(in: world))
        }
    }
}
