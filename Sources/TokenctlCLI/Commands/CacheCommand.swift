import ArgumentParser

/// `tokenctl cache`: what is kept between runs.
struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration.subcommand(
        "cache",
        abstract: "Look after the cached tokens.",
        discussion: "The cache is a folder of small JSON files in the schema of Microsoft's MSAL libraries.",
        subcommands: [
            CacheListCommand.self,
            CacheShowCommand.self,
            CachePruneCommand.self,
            CacheVerifyCommand.self,
            CacheClearCommand.self,
            CacheExportCommand.self,
            CacheImportCommand.self,
            CachePathCommand.self,
            CacheEncryptCommand.self,
            CacheDecryptCommand.self,
        ])
}
