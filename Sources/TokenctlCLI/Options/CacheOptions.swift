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
    var minTtl: String?

    @Option(
        help: .init(
            "How long to wait for another process that is getting the same token (default: as --timeout).",
            valueName: "seconds"))
    var lockTimeout: String?

    @Option(
        help: .init(
            "Work on this cache file of an MSAL application, and keep nothing elsewhere.", valueName: "file"),
        completion: .file())
    var msalCache: String?

    @Option(
        help: .init(
            "The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).",
            valueName: "dir"),
        completion: .directory)
    var configDir: String?
}

extension CacheOptions {
    /// - Parameter patience: how many seconds another process may take; who waits longer waits in vain.
    func policy(patience: Int, ignoresCachedTokens: Bool) throws(Failure) -> CachePolicy {
        var minimumLifetime = CachePolicy.margin
        if let minTtl { minimumLifetime = try Seconds.parse(minTtl, by: "--min-ttl") }
        var lockTimeout = patience
        if let text = self.lockTimeout { lockTimeout = try Seconds.parse(text, by: "--lock-timeout") }
        return CachePolicy(
            ignoresCachedTokens: forceRefresh || ignoresCachedTokens, minimumLifetime: minimumLifetime,
            lockTimeout: lockTimeout)
    }

    /// MSAL's rows name a host and a tenant, and nothing else of who issued them.
    ///
    /// - Throws: `usage` for a provider of whose tokens an application's file could not tell which are which.
    func check(_ provider: Provider) throws(Failure) {
        guard msalCache != nil else { return }
        if case .authority(let authority) = provider, authority.kind != .b2c { return }
        throw Failure(
            .usage, "--msal-cache goes with Entra's and AD FS's tenants only",
            hint: "leave it out: the program's own cache tells all issuers and policies apart")
    }

    /// nil when no cache is wanted, or when there is no place for one, which is a warning.
    ///
    /// - Parameter interaction: whether a person may be asked for the key of an encrypted cache.
    /// - Throws: `usage`.
    func cache(
        in world: World, notices: Notices, interaction: Interaction
    ) throws(Failure) -> (any TokenRepository)? {
        if let msalCache { return try cache(ofApplication: msalCache, in: world, notices: notices) }
        let path = try ConfigDirectory.path(given: configDir, in: world.environment)
        guard !noCache else { return nil }
        guard let directory = path else {
            notices.warn("the token is not cached: there is no home directory (set HOME, or give --config-dir)")
            return nil
        }
        let store = try world.cacheStore(at: directory + "/cache", notices: notices, interaction: interaction)
        return TokenCache(store: store, clock: world.clock) { notices.warn($0) }
    }

    /// - Throws: `usage`.
    private func cache(
        ofApplication path: String, in world: World, notices: Notices
    ) throws(Failure) -> any TokenRepository {
        guard !path.isEmpty else { throw Failure(.usage, "--msal-cache is empty") }
        guard !noCache else {
            throw Failure(.usage, "--msal-cache and --no-cache exclude each other", hint: "leave one of them out")
        }
        return MSALCache(file: world.files.sharedFile(at: path), clock: world.clock) { notices.warn($0) }
    }
}
