import ArgumentParser
import OAuth
import TokenCache
import World

/// How the cache is used.
struct CacheOptions: ParsableArguments {
    @Flag(help: "Neither read the cache nor write to it.")
    var noCache = false

    @Flag(help: "Get a new token even if the cache has one.")
    var forceRefresh = false

    @Option(
        help: .init(
            "How long a cached token must still be valid (default, and least: \(CachePolicy.margin)).",
            valueName: "seconds"))
    var minTtl: Int?

    @Option(
        help: .init(
            "How long to wait for another process that is getting the same token (default: as --timeout).",
            valueName: "seconds"))
    var lockTimeout: Int?

    @Option(
        help: .init(
            "The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).",
            valueName: "dir"),
        completion: .directory)
    var configDir: String?

    func validate() throws {
        for (name, value) in [("--min-ttl", minTtl), ("--lock-timeout", lockTimeout)] {
            if let value, value < 0 { throw ValidationError("\(name) takes a number of seconds, not \(value)") }
        }
    }
}

extension CacheOptions {
    /// - Parameter networkTimeout: seconds; a process that waits longer than the other may take waits in vain.
    func policy(networkTimeout: Int) -> CachePolicy {
        CachePolicy(
            ignoresCachedTokens: forceRefresh, minimumLifetime: minTtl ?? CachePolicy.margin,
            lockTimeout: lockTimeout ?? networkTimeout)
    }

    /// nil when no cache is wanted, or when there is no place for one, which is a warning.
    func cache(in world: World, notices: Notices) -> TokenCache? {
        guard !noCache else { return nil }
        guard let directory = ConfigDirectory.path(given: configDir, in: world.environment) else {
            notices.warn("the token is not cached: there is no home directory (set HOME, or give --config-dir)")
            return nil
        }
        let store = world.files.store(at: directory + "/cache") { notices.warn($0) }
        return TokenCache(store: store, clock: world.clock) { notices.warn($0) }
    }
}
