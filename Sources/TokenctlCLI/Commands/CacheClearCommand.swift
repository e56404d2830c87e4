import ArgumentParser
import TokenCache
import World

/// `tokenctl cache clear`: takes out all tokens.
struct CacheClearCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: "Remove all tokens from the cache.",
        discussion: """
            Asks first. Sessions in a browser stay, and so do tokens that were handed out already: they work until \
            they expire. The keys that issuers have published go, too, unless --client-id says that one app is meant.
            """)

    @Option(help: .init("Only the tokens of this app.", valueName: "id"))
    var clientId: String?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("Everything:", "tokenctl cache clear"),
        Example("One app's tokens, in a script:", "tokenctl cache clear --yes --client-id ID"),
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let stores = try folder.stores(
            in: world, notices: notices, interaction: messages.interaction(in: world.environment))
        if !yes {
            let question = try question(about: stores.cache, in: world, notices: notices)
            guard ["y", "yes"].contains(try world.terminal.ask(question).lowercased()) else {
                throw Failure(.denied, "the tokens stay: the answer was not 'y'")
            }
        }
        let eraser = CacheEraser(of: stores.cache, keys: stores.keys, clock: world.clock) { notices.warn($0) }
        let isDone: Bool
        do {
            isDone = if let clientId { try eraser.erase(clientID: clientId) } else { try eraser.eraseAll() }
        } catch {
            throw Failure(.io, "the cache cannot be cleared: \(error.message)")
        }
        guard isDone else { throw Failure(.io, "not all tokens could be removed") }
        if world.terminal.isWatched { notices.inform("the tokens are removed; sessions in the browser stay") }
    }

    /// - Throws: `usage` where nobody can be asked.
    private func question(about store: any Store, in world: World, notices: Notices) throws(Failure) -> String {
        let terminal = world.terminal
        guard terminal.isInteractive, terminal.isTyped || terminal.isWatched,
            messages.interaction(in: world.environment) == .allowed
        else {
            throw Failure(.usage, "nobody can be asked whether to remove the tokens", hint: "give --yes")
        }
        let rows = try CacheFilterOptions.allRows(of: store, in: world, notices: notices).filter { row in
            clientId == nil || row.clientID == clientId
        }
        let tokens = rows.count { $0.section != .account }
        let accounts = Set(rows.compactMap(\.homeAccountID)).count
        return "Remove \(Self.count(tokens, "token")) of \(Self.count(accounts, "account"))? [y/N] "
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
