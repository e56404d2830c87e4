import ArgumentParser
import OAuth
import World

/// What is asked for beside scopes.
struct ClaimsOptions: ParsableArguments {
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

extension ClaimsOptions {
    /// - Throws: `usage` for an unknown capability, `badData` for what holds no claims.
    func request(in world: World, interaction: Interaction) throws(Failure) -> ClaimsRequest {
        for name in capability where name.lowercased() != "cp1" {
            throw Failure(.usage, "unknown capability '\(name)' in --capability", hint: "the only one is cp1")
        }
        guard let claims else { return ClaimsRequest(capabilities: capability) }
        // Nothing of the grammar of sources is JSON, base64 or a header.
        let text = try SecretSource(place: claims)?.read("claims", in: world, interaction: interaction).reveal()
        return ClaimsRequest(challenge: try ClaimsChallenge(text ?? claims), capabilities: capability)
    }
}
