import ArgumentParser
import TokenCache
import World

/// `tokenctl cache prune`: takes out what is of no more use.
struct CachePruneCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove from the cache what is of no more use.",
        discussion: """
            That is: expired access tokens, id tokens and accounts that no token is left of, files without tokens, \
            temporary files that are older than a day, and damaged files and issuers' keys that are older than 30 \
            days. Refresh tokens stay.
            """)

    @Flag(help: "Print what would be removed, and leave it.")
    var dryRun = false

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("Every night, from cron:", "tokenctl cache prune"),
        Example("What that would do:", "tokenctl cache prune --dry-run"),
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let interaction = messages.interaction(in: world.environment)
        let cache = try folder.readableCache(in: world, notices: notices, interaction: interaction)
        let keys = try folder.stores(in: world, notices: notices, interaction: interaction).keys
        var pruner = CachePruner(of: cache, keys: keys, clock: world.clock, isTrial: dryRun) {
            notices.warn($0)
        }
        let result: CachePruner.Result
        do {
            result = try pruner.prune()
        } catch {
            throw Failure(.io, "the cache cannot be pruned: \(error.message)", hint: "see tokenctl cache verify")
        }
        let lines = result.removals.map { PrintableText.line("\($0.fileName): \($0.words)") }
        if dryRun {
            try world.terminal.print(lines.map { $0 + "\n" }.joined())
        } else if world.terminal.isWatched {
            lines.forEach { notices.inform("removed from \($0)") }
            if lines.isEmpty { notices.inform("there is nothing to remove") }
        }
        guard result.isComplete else { throw Failure(.io, "not all could be removed") }
    }
}
