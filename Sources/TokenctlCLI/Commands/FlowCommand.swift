import ArgumentParser
import OAuth
import TokenCache
import World

/// A command that ends with a token: what all flows share.
protocol FlowCommand: Command {
    var provider: ProviderOptions { get }
    var credential: CredentialOptions { get }
    var token: TokenOptions { get }
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
    let request: TokenRequest
    let client: OAuthClient
    let interaction: Interaction
    let notices: Notices
}

extension FlowCommand {
    /// Gets a token from the cache, by a cached refresh token, or by the flow, and prints it.
    ///
    /// - Parameters:
    ///   - check: refuses what the provider would refuse anyway, before anything is asked.
    ///   - signIn: what to tell to a person who has to sign in; nil for a sign-in with this command's own options.
    ///   - makeFlow: nil for no flow: then nobody is asked, and it has to be clear whose token is meant.
    func deliver(
        _ subject: Subject, type: RequestedTokenType = .accessToken, reusing reuse: Reuse = .tokens, in world: World,
        check: (TokenRequest) throws(Failure) -> Void = { _ throws(Failure) in },
        signIn: (() -> SignInCommand)? = nil,
        by makeFlow: (FlowSurroundings) throws(Failure) -> (any Flow)?
    ) throws(Failure) {
        let notices = try messages.notices(in: world)
        let format = try output.format(for: type, in: world.environment)
        try format.check(for: subject, type: type, in: world.environment)
        let interaction = messages.interaction(in: world.environment)
        let request = try request(for: subject, type: type, in: world, interaction: interaction)
        try check(request)
        try cache.check(request.provider)
        let client = try client(in: world, interaction: interaction, notices: notices)
        let flow = try makeFlow(
            FlowSurroundings(request: request, client: client, interaction: interaction, notices: notices))
        let repository = try cache.cache(in: world, notices: notices, interaction: interaction)
        if flow == nil { try checkAmbiguity(of: request, in: repository) }
        // Another process may be waiting for a person; where nobody may be asked, that is not waited for.
        let patience =
            asksPerson && flow != nil ? Self.signInPatience : try network.timeoutSeconds(in: world.environment)
        let policy = try cache.policy(patience: patience, ignoresCachedTokens: reuse != .tokens)
        let acquirer = TokenAcquirer(world: world, cache: repository, policy: policy) { notices.remark($0) }
        let token: AcquiredToken
        do {
            // A refresh token gets access tokens only.
            let canRefresh = subject.hasRefreshTokens && reuse != .nothing && !type.isSAML
            token = try acquirer.acquire(request, refreshingAs: canRefresh ? client : nil, by: flow)
        } catch {
            throw explained(error, signIn?() ?? ownSignIn, at: request.provider)
        }
        notices.remark("the token is from the \(token.source.rawValue) and expires at \(UTCTime.text(token.expiresOn))")
        if case .user(let name?) = subject, let account = token.account, !account.isNamed(name) {
            notices.warn("'\(account.name)' signed in, not '\(name)'")
        }
        try TokenReport(token: token, request: request).write(as: format, in: world)
    }

    /// Which of several accounts is meant has to be said where nobody can be asked.
    private func checkAmbiguity(of request: TokenRequest, in cache: (any TokenRepository)?) throws(Failure) {
        guard case .user(nil) = request.subject, let accounts = cache?.accounts(for: request) else { return }
        let names = Set(accounts.map(\.name))
        guard Set(accounts.map(\.homeAccountID)).count > 1 else { return }
        throw Failure(
            .usage, "several accounts have signed in: \(names.sorted().joined(separator: ", "))",
            hint: "say which with --account USER")
    }

    /// Where only a person can help, what that person can do; a policy's claims have to be asked for by name.
    private func explained(_ failure: Failure, _ signIn: SignInCommand, at provider: Provider) -> Failure {
        guard failure.code == .interactionRequired, failure.hint == nil || failure.answer?.claims != nil else {
            return failure
        }
        var explained = failure
        let claims = failure.answer?.claims
        explained.hint =
            (claims == nil ? "sign in first: " : "sign in with what is asked for: ")
            + signIn.line(claims: claims, at: provider)
        return explained
    }

    private var ownSignIn: SignInCommand {
        SignInCommand(
            provider: provider, clientID: credential.clientId, resource: token.resource, scopes: token.scope)
    }

    /// What is asked for.
    private func request(
        for subject: Subject, type: RequestedTokenType, in world: World, interaction: Interaction
    ) throws(Failure) -> TokenRequest {
        TokenRequest(
            provider: try provider.provider(in: world.environment),
            clientID: try credential.clientID(in: world.environment), scopes: token.scopes(in: world.environment),
            subject: subject, claims: try token.claimsRequest(in: world, interaction: interaction), tokenType: type)
    }

    /// The client with what it needs to reach the provider; nothing is read yet.
    private func client(
        in world: World, interaction: Interaction, notices: Notices
    ) throws(Failure) -> OAuthClient {
        let source = try credential.credentialSource(in: world.environment)
        let transport = messages.transport(in: world)
        let network = network
        return OAuthClient(authMethod: try credential.chosenAuthMethod) { () throws(Failure) in
            try source?.load(in: world, interaction: interaction)
        } http: { () throws(Failure) in
            try network.client(over: transport, in: world, notices: notices)
        }
    }
}
