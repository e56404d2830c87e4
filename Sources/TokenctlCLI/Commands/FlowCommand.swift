import ArgumentParser
import OAuth
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
    ///   - makeFlow: nil for no flow: then nobody is asked.
    func deliver(
        _ subject: Subject, in world: World, check: (TokenRequest) throws(Failure) -> Void = { _ throws(Failure) in },
        by makeFlow: (FlowSurroundings) throws(Failure) -> (any Flow)?
    ) throws(Failure) {
        let notices = try messages.notices(in: world)
        let format = try output.format(in: world.environment)
        let request = try request(for: subject, in: world.environment)
        try check(request)
        let interaction = messages.interaction(in: world.environment)
        let client = try client(in: world, interaction: interaction)
        let flow = try makeFlow(FlowSurroundings(client: client, interaction: interaction, notices: notices))
        let policy = try cache.policy(networkTimeout: try network.timeoutSeconds(in: world.environment))
        let acquirer = TokenAcquirer(world: world, cache: cache.cache(in: world, notices: notices), policy: policy) {
            notices.remark($0)
        }
        let token = try acquirer.acquire(request, refreshingAs: subject == .app ? nil : client, by: flow)
        notices.remark("the token is from the \(token.source.rawValue) and expires at \(UTCTime.text(token.expiresOn))")
        if case .user(let name?) = subject, let account = token.account, !account.isNamed(name) {
            notices.warn("'\(account.username)' signed in, not '\(name)'")
        }
        try TokenReport(token: token, clientID: request.clientID).write(as: format, in: world)
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
        return OAuthClient(authMethod: try credential.chosenAuthMethod) { () throws(Failure) in
            try source?.load(in: world, interaction: interaction)
        } http: { () throws(Failure) in
            HTTPClient(transport: messages.transport(in: world), options: try network.transportOptions(in: world))
        }
    }
}
