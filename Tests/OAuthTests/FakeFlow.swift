import Synchronization
import Testing
import World

@testable import OAuth

/// A flow whose answers are written down, and that counts how often it was run.
final class FakeFlow: Flow {
    private let results: Mutex<[Result<AcquiredToken, Failure>]>
    private let count = Mutex(0)

    init(_ results: Result<AcquiredToken, Failure>...) { self.results = Mutex(results) }

    var runs: Int { count.withLock { $0 } }

    func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        count.withLock { $0 += 1 }
        guard let result = results.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
            Issue.record("the provider was asked once too often")
            throw Failure(.internalError, "unexpected")
        }
        return try result.get()
    }
}

/// A cache of one token and one refresh token, whose lock can be somebody else's.
final class FakeRepository: TokenRepository {
    private struct State {
        var family: [CachedRefreshToken] = []
        var isOutsider = false
        var token: AcquiredToken?
        var refreshToken: CachedRefreshToken?
        var attempts: [LockAttempt] = []
        var reads = 0
        var locksAsked = 0
        var isLocked = false
        var saved: [AcquiredToken] = []
        var accounts: [[Account]] = []
    }

    private let state: Mutex<State>

    init(_ token: AcquiredToken? = nil, refreshToken: CachedRefreshToken? = nil) {
        state = Mutex(State(token: token, refreshToken: refreshToken))
    }

    var token: AcquiredToken? {
        get { state.withLock { $0.token } }
        set { state.withLock { $0.token = newValue } }
    }

    /// What comes of the next attempts to lock; after them the lock is free.
    func answerLocking(_ attempts: LockAttempt...) { state.withLock { $0.attempts = attempts } }

    var locksAsked: Int { state.withLock { $0.locksAsked } }
    var isLocked: Bool { state.withLock { $0.isLocked } }
    var saved: [AcquiredToken] { state.withLock { $0.saved } }

    func token(for request: TokenRequest) -> AcquiredToken? { token }

    func save(_ token: AcquiredToken, for request: TokenRequest) {
        state.withLock {
            $0.saved.append(token)
            $0.token = token
        }
    }

    func refreshToken(for request: TokenRequest) -> CachedRefreshToken? { state.withLock { $0.refreshToken } }

    func forget(_ refreshToken: CachedRefreshToken, of request: TokenRequest) {
        state.withLock { $0.refreshToken = nil }
    }

    /// What the apps of the client's family left.
    var family: [CachedRefreshToken] {
        get { state.withLock { $0.family } }
        set { state.withLock { $0.family = newValue } }
    }

    var isOutsider: Bool { state.withLock { $0.isOutsider } }

    func familyRefreshTokens(for request: TokenRequest) -> [CachedRefreshToken] { family }

    func leaveFamily(_ request: TokenRequest) { state.withLock { $0.isOutsider = true } }

    /// Who has signed in, at one look after the other; in the end nobody.
    func answerAccounts(_ looks: [Account]...) { state.withLock { $0.accounts = looks } }

    func accounts(for request: TokenRequest) -> [Account] {
        state.withLock { $0.accounts.isEmpty ? [] : $0.accounts.removeFirst() }
    }

    func tryLock(_ request: TokenRequest) -> LockAttempt {
        state.withLock { state in
            state.locksAsked += 1
            guard state.attempts.isEmpty else { return state.attempts.removeFirst() }
            state.isLocked = true
            return .acquired(Lock(repository: self))
        }
    }

    private struct Lock: StoreLock {
        let repository: FakeRepository

        func release() { repository.state.withLock { $0.isLocked = false } }
    }
}
