import ArgumentParser
import OAuth
import TokenCache
import World

/// `tokenctl cache import`: what MSAL applications have kept.
struct CacheImportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Copy tokens from the cache files of MSAL applications.",
        discussion: """
            The files are those of MSAL for Python (Azure CLI's ~/.azure/msal_token_cache.json is one), .NET, Go and \
            Node, unencrypted. What is in the cache already stays, unless the file has what is newer. Rows that have \
            no place are left out, and told on a terminal or with -v.
            """)

    @Argument(help: .init("The files; - for standard input.", valueName: "file"), completion: .file())
    var files: [String]

    @Flag(help: "Change nothing, and print what would happen.")
    var dryRun = false

    @Option(
        help: .init(
            "The authority of the rows with its host, where it has a port or a policy; rows tell only the host.",
            valueName: "url"))
    var authority: String?

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("Go on where Azure CLI signed in:", "tokenctl cache import ~/.azure/msal_token_cache.json"),
        Example("See first what would be copied:", "tokenctl cache import --dry-run cache.json"),
    ]

    /// Bytes.
    private static let largestFile = 64 << 20

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        var authority: Authority?
        if let url = self.authority.map(ProviderOptions.withScheme) {
            authority = try Authority(url, tenant: Authority.hasTenant(url) ? nil : "common")
        }
        let store = try folder.readableCache(
            in: world, notices: notices, interaction: messages.interaction(in: world.environment))
        var work = CacheImport(into: store, clock: world.clock, at: authority) { notices.warn($0) }
        // All are read before anything is changed.
        for file in files {
            if file == "-" {
                try work.add(
                    world.files.read(descriptor: 0, limit: Self.largestFile), named: "what comes from standard input")
            } else {
                try work.add(world.files.read(file, limit: Self.largestFile), named: "'\(file)'")
            }
        }
        let report = work.run(isDry: dryRun)
        if dryRun {
            try world.terminal.print(report.lines(isDry: true).map { PrintableText.line($0) + "\n" }.joined())
        } else {
            report.lines(isDry: false).forEach { notices.progress($0) }
        }
        guard report.isWritten else { throw Failure(.io, "not all of it could be written to the cache") }
    }
}

extension CacheImport.Report {
    /// How many of the rows that are left out for one reason are named.
    private static let longestList = 5

    /// For people.
    fileprivate func lines(isDry: Bool) -> [String] {
        let counts =
            "\(isDry ? "would import" : "imported") \(taken) rows; \(known) are known, or older than what is known"
        return [counts]
            + leftOut.flatMap { reason, rows in
                rows.prefix(Self.longestList).map { "left out: \($0): \(reason)" }
                    + (rows.count > Self.longestList
                        ? ["left out: \(rows.count - Self.longestList) more rows, each for that reason"] : [])
            }
    }
}
