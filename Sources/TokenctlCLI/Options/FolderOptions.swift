import ArgumentParser
import TokenCache
import World

/// Where the program's own files are.
struct FolderOptions: ParsableArguments {
    @Option(
        help: .init(
            "The folder of the program's own files (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).",
            valueName: "dir"),
        completion: .directory)
    var configDir: String?
}

extension FolderOptions {
    /// - Throws: `usage` for an empty name; `noInput` where there is no home either.
    func path(in environment: Environment) throws(Failure) -> String {
        if let path = try ConfigDirectory.path(given: configDir, in: environment) { return path }
        throw Failure(.noInput, "there is no home directory", hint: "set HOME, or give --config-dir")
    }

    /// The cached tokens, encrypted or not, and the keys that issuers have published; nothing is made on disk before the
    /// first write.
    func stores(
        in world: World, notices: Notices, interaction: Interaction
    ) throws(Failure) -> (cache: EncryptedStore, keys: any Store) {
        let path = try path(in: world.environment)
        return (
            try world.cacheStore(at: path + "/cache", notices: notices, interaction: interaction),
            world.files.store(at: path + "/keys") { notices.warn($0) }
        )
    }

    /// The cached tokens, for commands to which a cache that cannot be read is not as good as an empty one.
    ///
    /// - Throws: `noInput` without the right key of an encrypted cache.
    func readableCache(
        in world: World, notices: Notices, interaction: Interaction
    ) throws(Failure) -> EncryptedStore {
        try world.readableCacheStore(
            at: try cacheFolder(in: world.environment), notices: notices, interaction: interaction)
    }

    /// The folder of the cached tokens.
    func cacheFolder(in environment: Environment) throws(Failure) -> String { try path(in: environment) + "/cache" }
}
