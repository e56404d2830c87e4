import ArgumentParser
import JOSE
import TokenCache
import World

/// `tokenctl cache list`: which tokens there are.
struct CacheListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the cached tokens, without their secrets.",
        discussion: """
            As a table, or with --output json as an array. What cannot be read is left out with a warning; see \
            tokenctl cache verify.
            """)

    @OptionGroup(title: "Tokens") var filter: CacheFilterOptions

    @Option(
        name: .shortAndLong, help: .init("table or json (default: table).", valueName: "format"),
        completion: ListFormat.completion)
    var output: String?

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("What is there:", "tokenctl cache list"),
        Example("One person's tokens, for programs:", "tokenctl cache list --account ann@contoso.com -o json"),
    ]

    func run(in world: World) throws(Failure) {
        let format = try ListFormat.named(output ?? "table", by: "--output")
        let notices = try messages.notices(in: world)
        let cache = try folder.readableCache(
            in: world, notices: notices, interaction: messages.interaction(in: world.environment))
        let tokens = try filter.rows(of: cache, in: world, notices: notices).filter { $0.section != .account }
        let now = world.clock.now
        switch format {
        case .json: try world.terminal.print(JSON.array(tokens.map { $0.json(now: now) }).compact + "\n")
        case .table where tokens.isEmpty: if world.terminal.isWatched { notices.inform("there are no such tokens") }
        case .table: try world.terminal.print(Table(CachedRow.columns, tokens.map { $0.cells(now: now) }).text)
        }
    }
}
