import ArgumentParser
import OAuth
import TokenCache
import World

/// How the cache is used.
struct CacheOptions: ParsableArguments {
    @Flag(help: "Neither read nor write the cache.")
    var noCache = false

    @Flag(help: "Get a new token though the cache has one.")
    var forceRefresh = false

    @Option(
        help: .init(
            "How long a cached token must still be good for (at least \(CachePolicy.margin)).", valueName: "seconds"))
    var minTtl: String?

    @Option(help: .init("How long to wait for another process that is getting the same token.", valueName: "seconds"))
    var lockTimeout: String?

    @Option(
        help: .init(
            "Where the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).", valueName: "dir"),
        completion: .directory)
    var configDir: String?
}

extension CacheOptions {
    /// - Parameter networkTimeout: seconds; who waits longer than the other process may take waits in vain.
    func policy(networkTimeout: Int) throws(Failure) -> CachePolicy {
        var minimumLifetime = CachePolicy.margin
        if let minTtl { minimumLifetime = try Seconds.parse(minTtl, by: "--min-ttl") }
        var lockTimeout = networkTimeout
        if let text = self.lockTimeout { lockTimeout = try Seconds.parse(text, by: "--lock-timeout") }
        return CachePolicy(
            ignoresCachedTokens: forceRefresh, minimumLifetime: minimumLifetime, lockTimeout: lockTimeout)
    }

    /// nil when no cache is wanted, or when there is no place for one, which is a warning.
    ///
    /// - Throws: `usage` for a folder without a name, which is most likely an unset variable of a script.
    func cache(in world: World, notices: Notices) throws(Failure) -> TokenCache? {
        guard configDir != "" else { throw Failure(.usage, "--config-dir is empty") }
        guard !noCache else { return nil }
        guard let directory = ConfigDirectory.path(given: configDir, in: world.environment) else {
            notices.warn("the token is not cached: there is no home directory (set HOME, or give --config-dir)")
            return nil
        }
        let store = world.files.store(at: directory + "/cache") { notices.warn($0) }
        return TokenCache(store: store, clock: world.clock) { notices.warn($0) }
    }
}
