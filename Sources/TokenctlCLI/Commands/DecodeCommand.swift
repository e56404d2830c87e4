import ArgumentParser
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
            claims = try TokenClaims(of: try text(in: world))
        } catch {
            throw error.within("cannot decode the token")
        }
        try world.terminal.print(claims.pretty + "\n")
        if world.terminal.isWatched {
            notices.inform("nothing was verified: a token can say anything")
        }
    }

    private func text(in world: World) throws(Failure) -> String {
        let bytes: [UInt8]
        switch token {
        case nil, "-", "stdin": bytes = try world.files.read(descriptor: 0, limit: Self.longest)
        case .some(let path) where path.hasPrefix("file:"):
            bytes = try world.files.read(String(path.dropFirst("file:".count)), limit: Self.longest)
        case .some(let token): bytes = Array(token.utf8)
        }
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count <= 1 else {
            throw Failure(.badData, "expected one token, found white space inside", hint: "give the token alone")
        }
        guard let word = words.first else { throw Failure(.badData, "there is no token in the input") }
        return String(word)
    }

    private static let longest = 1 << 20
}
