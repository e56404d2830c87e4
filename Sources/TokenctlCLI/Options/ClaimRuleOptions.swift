import ArgumentParser
import OAuth
import World

/// What a token's claims have to be.
struct ClaimRuleOptions: ParsableArguments {
    @Option(help: .init("Whom the token is for (aud). Repeatable: one of them.", valueName: "name"))
    var audience: [String] = []

    @Flag(help: "Take tokens for anybody.")
    var anyAudience = false

    @Option(
        help: .init(
            "What a claim has to be: scp=User.Read, roles=Reader, tid=ID, any NAME=VALUE, or NAME alone for one that "
                + "has to be there. Repeatable: all of them.", valueName: "rule"))
    var require: [String] = []

    @Flag(help: "Take users' access tokens only.")
    var userToken = false

    @Flag(help: "Take apps' own tokens only.")
    var appToken = false

    @Flag(help: "Take tokens only of clients that proved who they are (appidacr is not 0).")
    var confidentialClient = false

    @Option(help: .init("How far two clocks may be apart (default: \(ClaimChecks().leeway)).", valueName: "seconds"))
    var leeway: String?

    @Option(
        help: .init(
            "A file of the nonces seen so far, one a line (where a token has none, its jti or uti). A token that is in it "
                + "is a replay; a good one is added.",
            valueName: "path"),
        completion: .file())
    var nonceSeen: String?

    @Option(help: .init("The nonce that an id token has to have.", valueName: "value"))
    var nonce: String?

    @Option(
        help: .init("Where to read the access token that came with an id token (at_hash).", valueName: "source"))
    var accessToken: String?

    @Option(
        help: .init("Where to read the authorization code that came with an id token (c_hash).", valueName: "source"))
    var code: String?
}

extension ClaimRuleOptions {
    /// Whether any rule was given.
    var areGiven: Bool {
        !audience.isEmpty || anyAudience || !require.isEmpty || userToken || appToken || confidentialClient
            || leeway != nil || nonceSeen != nil || nonce != nil || accessToken != nil || code != nil
    }

    /// - Parameter wantsAudience: whether it has to be said whom tokens are for.
    /// - Throws: `usage`; what reading a source throws.
    func checks(wantsAudience: Bool, in world: World, interaction: Interaction) throws(Failure) -> ClaimChecks {
        guard audience.isEmpty || !anyAudience else {
            throw Failure(.usage, "--any-audience does not go with --audience", hint: "leave one out")
        }
        guard !audience.contains("") else {
            throw Failure(.usage, "--audience is empty", hint: "give your API's id or URI, or --any-audience")
        }
        guard !wantsAudience || !audience.isEmpty || anyAudience else {
            throw Failure(
                .usage, "it is not said whom the token has to be for",
                hint: "give --audience with your API's id or URI, or --any-audience")
        }
        guard !userToken || !appToken else {
            throw Failure(.usage, "--user-token does not go with --app-token", hint: "leave one out")
        }
        var checks = ClaimChecks()
        checks.audiences = audience
        for text in require { checks.rules.append(try ClaimRule(text)) }
        checks.kind = userToken ? .user : appToken ? .app : nil
        checks.wantsConfidentialClient = confidentialClient
        if let leeway { checks.leeway = try Seconds.parse(leeway, by: "--leeway") }
        checks.companions.nonce = nonce
        if let source = try SecretSource(accessToken, option: "--access-token") {
            checks.companions.accessToken = try source.read("access token", in: world, interaction: interaction)
        }
        if let source = try SecretSource(code, option: "--code") {
            checks.companions.code = try source.read("authorization code", in: world, interaction: interaction)
        }
        return checks
    }
}
