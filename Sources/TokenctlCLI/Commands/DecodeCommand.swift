import ArgumentParser
import OAuth
import World

/// `tokenctl decode`: what a token says.
struct DecodeCommand: Command {
    static let configuration = CommandConfiguration.subcommand(
        "decode",
        abstract: "Show what tokens say. Nothing is verified.",
        discussion: """
            The claims are printed as they stand in the token: order, digits, escapes and duplicates are kept, only \
            white space changes. Takes the token itself, an Authorization header, a JSON object with a token in it, or \
            many of these, one a line: then each makes one line of output, and one that is no token fails them all. \
            Nothing is sent anywhere.
            """)

    @Argument(help: .init("The token itself, file:PATH, or - for standard input (the default).", valueName: "token"))
    var token: String?

    @Flag(help: "Show the header instead of the claims.")
    var header = false

    @Flag(help: "Show an object with the header, the payload and the signature.")
    var all = false

    @Option(
        help: .init(
            "Print the value of one claim: a text without quotes and escapes, anything else as JSON.",
            discussion: "With --header an entry of the header. A claim that is not there ends with status 30.",
            valueName: "name"))
    var claim: String?

    @Flag(help: "Say what the token is and what every claim means, times in UTC, well-known ids by name.")
    var annotate = false

    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("The claims of a cached or new token:", "tokenctl client-credentials | tokenctl decode"),
        Example("What every claim means:", "tokenctl get --scope User.Read | tokenctl decode --annotate"),
        Example("One value, for a script:", "TENANT=$(tokenctl client-credentials | tokenctl decode --claim tid)"),
        Example("The users of the tokens in a file, one a line:", "tokenctl decode --claim oid file:tokens.txt"),
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let view = try DecodeView(header: header, all: all, claim: claim, annotate: annotate)
        let input: TokenInput
        do {
            input = try TokenInput(token, in: world)
        } catch {
            throw error.within("cannot decode the token")
        }
        let tokens = try DecodedToken.all(in: input)
        let now = world.clock.now
        let width = world.terminal.isWatched ? world.terminal.width : nil
        try world.terminal.print(try view.text(of: tokens, now: now, width: width))
        if world.terminal.isWatched, !annotate {
            DecodeNotes(tokens: tokens, now: now).lines.forEach { notices.inform($0) }
        }
    }
}
