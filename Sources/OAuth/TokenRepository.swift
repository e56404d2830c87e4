package import World

/// Where tokens are kept between runs.
///
/// Its troubles never cost the user a token: they are told as warnings, and work goes on without the cache.
package protocol TokenRepository: Sendable {
    /// The token with the longest life that matches the request, expired or not.
    func token(for request: TokenRequest) -> AcquiredToken?

    /// The refresh token of the person whom the request means; nil for an app, or where it is not clear whom.
    func refreshToken(for request: TokenRequest) -> CachedRefreshToken?

    /// What the apps of a family left for that person, newest first: any of the family may use it.
    ///
    /// None for a client that is known to be of no family, or where it is not clear whom the request means.
    func familyRefreshTokens(for request: TokenRequest) -> [CachedRefreshToken]

    /// Notes that the request's client is of no family.
    func leaveFamily(_ request: TokenRequest)

    func save(_ token: AcquiredToken, for request: TokenRequest)

    /// Takes out a refresh token that the provider calls dead, unless another has taken its place meanwhile.
    func forget(_ refreshToken: CachedRefreshToken, of request: TokenRequest)

    /// Everyone who has signed in to the request's client at its provider.
    func accounts(for request: TokenRequest) -> [Account]

    /// Tries to become the one process that asks the provider for this token.
    func tryLock(_ request: TokenRequest) -> LockAttempt
}

/// A refresh token and whose it is.
package struct CachedRefreshToken: Sendable {
    package let secret: Secret
    package let account: Account

    package init(secret: Secret, account: Account) {
        self.secret = secret
        self.account = account
    }
}

/// What came of trying to take a lock.
package enum LockAttempt: Sendable {
    case acquired(any StoreLock)
    /// Another process has it.
    case busy
    /// There is no locking here, as on a read-only file system.
    case unavailable
}
