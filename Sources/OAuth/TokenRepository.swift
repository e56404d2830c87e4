package import World

/// Where tokens are kept between runs.
///
/// Its troubles never cost the user a token: they are told as warnings, and work goes on without the cache.
package protocol TokenRepository: Sendable {
    /// The token with the longest life that matches the request, expired or not.
    func token(for request: TokenRequest) -> AcquiredToken?

    func save(_ token: AcquiredToken, for request: TokenRequest)

    /// Tries to become the one process that asks the provider for this token.
    func tryLock(_ request: TokenRequest) -> LockAttempt
}

/// What came of trying to take a lock.
package enum LockAttempt: Sendable {
    case acquired(any StoreLock)
    /// Another process has it.
    case busy
    /// There is no locking here, as on a read-only file system.
    case unavailable
}
