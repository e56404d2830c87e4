import ArgumentParser
import OAuth
import World

/// What is asked for: scopes, and what goes with them.
struct TokenOptions: ParsableArguments {
    @Option(
        help: .init("A scope. For several, repeat the option or put spaces between them.", valueName: "scope"))
    var scope: [String] = []

    @Option(
        help: .init("All that was granted on a resource: the same as --scope RESOURCE/.default.", valueName: "resource")
    )
    var resource: String?

    @Option(
        help: .init(
            """
            The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of \
            these. The cached token is not used then.
            """, valueName: "claims"))
    var claims: String?

    @Option(
        help: .init(
            "What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.",
            valueName: "name"),
        completion: .list(["cp1"]))
    var capability: [String] = []
}

extension TokenOptions {
    /// The scopes of the options, or else of the environment.
    func scopes(in environment: Environment) -> Scopes {
        // A slash at the end is part of the resource's name for Entra, as in https://management.core.windows.net/.
        let whole = resource.map { ["\($0)/.default"] } ?? []
        let given = Scopes(scope + whole)
        return given.isEmpty ? Scopes(environment.first("TOKENCTL_SCOPE") ?? "") : given
    }

    /// - Throws: `usage` for an unknown capability, `badData` for what holds no claims.
    func claimsRequest(in world: World, interaction: Interaction) throws(Failure) -> ClaimsRequest {
        for name in capability where name.lowercased() != "cp1" {
            throw Failure(.usage, "unknown capability '\(name)' in --capability", hint: "the only one is cp1")
        }
        guard let claims else { return ClaimsRequest(capabilities: capability) }
        // Nothing of the grammar of sources is JSON, base64 or a header.
        let text = try SecretSource(place: claims)?.read("claims", in: world, interaction: interaction).reveal()
        return ClaimsRequest(challenge: try ClaimsChallenge(text ?? claims), capabilities: capability)
    }
}
