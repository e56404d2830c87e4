/// When a cached token will do.
package struct CachePolicy: Sendable {
    /// Ask the provider though the cache has a token.
    package let ignoresCachedTokens: Bool
    /// How long a token must still be good for, in seconds.
    package let minimumLifetime: Int
    /// How long to wait for another process that is asking for the same token, in seconds.
    package let lockTimeout: Int

    /// Tokens that are about to expire are not worth handing out.
    package static let margin = 300

    package init(ignoresCachedTokens: Bool = false, minimumLifetime: Int = margin, lockTimeout: Int = 30) {
        self.ignoresCachedTokens = ignoresCachedTokens
        self.minimumLifetime = max(minimumLifetime, Self.margin)
        self.lockTimeout = lockTimeout
    }
}
