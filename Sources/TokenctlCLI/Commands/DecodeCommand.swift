import ArgumentParser
import OAuth
import World

/// `tokenctl decode`: what a token says.
struct DecodeCommand: Command {
    static let configuration = CommandConfiguration.subcommand(
        "decode",
        abstract: "Show the claims of a token. Nothing is verified.",
        discussion: "The claims are printed as they stand in the token: order, digits and escapes are kept.")

    @Argument(help: .init("The token itself, file:PATH, or - for standard input (the default).", valueName: "token"))
    var token: String?

    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("The claims of a cached or new token:", "tokenctl client-credentials | tokenctl decode")
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let claims: TokenClaims
        do {
            claims = try TokenClaims(of: try TokenInput(token, in: world).single)
        } catch {
            throw error.within("cannot decode the token")
        }
        try world.terminal.print(claims.pretty + "\n")
        if world.terminal.isWatched {
            notices.inform("nothing was verified: a token can say anything")
        }
    }
}
