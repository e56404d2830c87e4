import ArgumentParser
import JOSE
import TokenCache
import World

/// `tokenctl cache show`: the rows of the cache.
struct CacheShowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the rows of the cache as JSON, with fingerprints in place of secrets.",
        discussion: """
            An array of objects, each with the row's file, its section in MSAL's schema and the row itself. A \
            fingerprint is the beginning of the secret's SHA-256: equal secrets have equal ones, on all machines.
            """)

    @OptionGroup(title: "Tokens") var filter: CacheFilterOptions

    @Flag(help: "Show the secrets themselves; only on a terminal.")
    var reveal = false

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("What is known about the tokens of one app:", "tokenctl cache show --client-id ID"),
        Example("With the secrets:", "tokenctl cache show --account ann@contoso.com --reveal"),
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        guard !reveal || world.terminal.isShown else {
            throw Failure(
                .usage, "--reveal works on a terminal only: secrets do not go to files and pipes by accident",
                hint: "for another program, use tokenctl cache export")
        }
        let cache = try folder.readableCache(
            in: world, notices: notices, interaction: messages.interaction(in: world.environment))
        var rows: [JSON] = []
        for row in try filter.rows(of: cache, in: world, notices: notices) {
            rows.append(try row.whole(isRevealed: reveal))
        }
        try world.terminal.print(JSON.array(rows).pretty + "\n")
    }
}
