import ArgumentParser
import JOSE
import OAuth
import TokenCache
import World

/// `tokenctl verify`: whether tokens are good.
struct VerifyCommand: Command {
    static let configuration = CommandConfiguration.subcommand(
        "verify",
        abstract: "Verify a token: its signature, its issuer and its claims.",
        discussion: """
            Prints nothing when the token is good; otherwise says all that is wrong with it and ends with status 30, or \
            with 31 where nobody can judge it here. The issuer is named by \
            --tenant or --issuer and asked for its keys, which are kept for a day. With --jwks or --key there is no \
            network, and the issuer counts only where it is named on the command line.
            """)

    @Argument(
        help: .init(
            "The token itself, file:PATH, or - for standard input (the default); many tokens stand one a line.",
            valueName: "token"))
    var token: String?

    @OptionGroup(title: "Issuer") var provider: ProviderOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Claims") var rules: ClaimRuleOptions

    @Option(
        name: .shortAndLong,
        help: .init(
            "text, json (a report for each token) or claims (of good tokens) (default: text).", valueName: "format"))
    var output: String?

    @OptionGroup(title: "Files") var folder: FolderOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "A token that your API was called with:",
            "tokenctl verify --tenant contoso.com --audience api://orders --require scp=Orders.Read"),
        Example(
            "With the keys in a file, without a network:",
            "tokenctl verify --jwks keys.json --issuer https://idp.example --audience orders file:token.jwt"),
        Example("Only the signature:", "tokenctl verify --signature-only --key public.pem file:token.jwt"),
    ]

    private enum Format: String, NamedValue {
        static let kind = "format"
        case text, json, claims
    }

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let format = try Format.named(output ?? "text", by: "--output")
        try checkStandardInput()
        var verifier = try verifier(in: world, notices: notices)
        let input = try TokenInput(token, in: world)
        var reports: [VerificationReport] = []
        for candidate in input.candidates {
            reports.append(try verifier.verify(candidate.text, now: world.clock.now))
        }
        // Claims are printed of all tokens or of none: of none, none is used up.
        if let path = rules.nonceSeen, format != .claims || reports.allSatisfy({ $0.verdict == .verified }) {
            reports = try ReplayGuard(path: path).checked(reports, in: world)
        }
        let summary = VerificationSummary(lines: input.candidates.map(\.line), reports: reports)
        let isText = ErrorFormat.named(messages.errorFormat, in: world.environment) == .text
        let failure = summary.failure(isDetailed: !isText)
        switch format {
        case .json: try world.terminal.print(reports.map { $0.json.compact + "\n" }.joined())
        case .claims where failure == nil: try world.terminal.print(Self.claims(reports))
        case .text, .claims: break
        }
        guard let failure else {
            if world.terminal.isWatched {
                notices.inform(reports.count == 1 ? "the token is good" : "all tokens are good")
            }
            return
        }
        if isText { summary.lines.forEach { world.terminal.note(PrintableText.line("tokenctl: \($0)")) } }
        throw failure
    }
}

extension VerifyCommand {
    private func verifier(in world: World, notices: Notices) throws(Failure) -> TokenVerifier {
        guard !keys.signatureOnly || !rules.areGiven else {
            throw Failure(.usage, "--signature-only does not go with rules for claims", hint: "leave one out")
        }
        _ = try network.timeoutSeconds(in: world.environment)
        let interaction = messages.interaction(in: world.environment)
        let given = try keys.verifier(in: world, interaction: interaction)
        let checks: ClaimChecks? =
            if keys.signatureOnly { nil } else {
                try rules.checks(wantsAudience: given == nil, in: world, interaction: interaction)
            }
        if let given {
            // Whoever brings the keys need not name the issuer: what the environment says is about other commands.
            guard !keys.signatureOnly || !provider.isNamed else {
                throw Failure(.usage, "--signature-only with given keys judges no issuer", hint: "leave the issuer out")
            }
            let named = provider.isNamed ? try provider.provider(in: world.environment) : nil
            return try TokenVerifier(keys: given, of: named, checks: checks)
        }
        let provider = try provider.provider(in: world.environment)
        if case .issuer = provider, keys.appId != nil {
            throw Failure(.usage, "--app-id goes with Entra's tenants only", hint: "leave it out")
        }
        let directory = try directory(in: world, notices: notices)
        return TokenVerifier(
            keysOf: provider, appID: keys.appId, in: directory, checks: checks)
    }

    private func directory(in world: World, notices: Notices) throws(Failure) -> KeyDirectory {
        let http = try network.client(over: messages.transport(in: world), in: world, notices: notices)
        let path = try ConfigDirectory.path(given: folder.configDir, in: world.environment)
        let folder = (keys.noCache ? nil : path).map { path in
            KeyFolder(store: world.files.store(at: path + "/keys") { notices.warn($0) }) { notices.warn($0) }
        }
        return KeyDirectory(repository: folder, http: http) { notices.warn($0) }
    }

    /// Standard input has its content once.
    private func checkStandardInput() throws(Failure) {
        let sources = [keys.jwks, keys.key, rules.accessToken, rules.code].compactMap(\.self)
        let readers = sources.filter { PublicSource($0, option: "").isStandardInput }.count
        guard readers + (TokenInput.isStandardInput(token) ? 1 : 0) <= 1 else {
            throw Failure(
                .usage, "the token and its keys cannot both come from standard input", hint: "give one of them by file:"
            )
        }
    }

    private static func claims(_ reports: [VerificationReport]) throws(Failure) -> String {
        let claims = reports.compactMap(\.token?.claims)
        guard claims.count == reports.count else {
            throw Failure(.badData, "the signature is good, but the payload is no JSON object of claims")
        }
        if claims.count == 1 { return JSON.object(claims[0]).pretty + "\n" }
        return claims.map { JSON.object($0).compact + "\n" }.joined()
    }
}
