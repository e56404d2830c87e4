import ArgumentParser
import TokenCache
import World

/// `tokenctl cache export`: one file for MSAL applications.
struct CacheExportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the cached tokens as one cache file of MSAL for Python.",
        discussion: """
            What is printed are secrets, unencrypted: send it to a file that only you can read, or to a program. \
            Tokens that were got on behalf of users are left out.
            """)

    @Option(help: .init("Only what is this app's.", valueName: "id"))
    var clientId: String?

    @Option(help: .init("Only what is this user's; by user name or home account ID.", valueName: "user"))
    var account: String?

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "A file for an MSAL application:",
            "(umask 077; tokenctl cache export --client-id ID --account ann@contoso.com > cache.json)")
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let store = try folder.readableCache(
            in: world, notices: notices, interaction: messages.interaction(in: world.environment))
        let export = CacheExport(of: store, clock: world.clock) { notices.warn($0) }
        let (text, tokens): (String, Int)
        do {
            (text, tokens) = try export.content(clientID: clientId, user: account)
        } catch {
            throw Failure(.noInput, "the cache cannot be read: \(error.message)")
        }
        if world.terminal.isWatched {
            notices.warn("what is printed holds \(tokens) tokens, unencrypted: whoever reads them can use them")
        }
        try world.terminal.print(text + "\n")
    }
}
