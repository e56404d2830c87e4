import ArgumentParser
import JOSE
import TokenCache
import World

/// `tokenctl cache verify`: whether the cache is as it should be.
struct CacheVerifyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Look for what is wrong with the cache, and change nothing.",
        discussion: """
            Modes, owners, links and what else is no plain file; damage; rows that no program can use or that stop \
            MSAL for Python; rows in the wrong file; accounts without tokens, and tokens without an account. Prints \
            nothing when all is well; otherwise lists the problems as errors, and exits with 30.
            """)

    @Option(
        name: .shortAndLong, help: .init("text, or json for a report (default: text).", valueName: "format"),
        completion: ReportFormat.completion)
    var output: String?

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("In a script:", "tokenctl cache verify || exit"),
        Example("As a report:", "tokenctl cache verify -o json"),
    ]

    func run(in world: World) throws(Failure) {
        let format = try ReportFormat.named(output ?? "text", by: "--output")
        let notices = try messages.notices(in: world)
        let stores = try folder.stores(
            in: world, notices: notices, interaction: messages.interaction(in: world.environment))
        let health = CacheHealth(problems: CacheVerifier(of: stores.cache, keys: stores.keys).problems())
        if format == .json { try world.terminal.print(health.json.compact + "\n") }
        if format == .text, ErrorFormat.named(messages.errorFormat, in: world.environment) == .text {
            health.lines.forEach { world.terminal.note(PrintableText.line("tokenctl: \($0)")) }
        }
        if world.terminal.isWatched { health.remarks.forEach { notices.inform($0) } }
        if let failure = health.failure { throw failure }
        if world.terminal.isWatched { notices.inform("the cache is in order") }
    }
}
