import Synchronization

/// What changes for people while the sandbox runs: revoked sessions, more proof wanted, and challenges of APIs.
package final class SignInPolicies: Sendable {
    private struct State {
        /// By user, how often and when last, in seconds since 1970.
        var revocations: [String: (count: Int, time: Int)] = [:]
        var needMFA: Set<String> = []
        /// By user, when an API was last told to challenge, in seconds since 1970.
        var challenges: [String: Int] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package func revokeSessions(of user: User, now: Int) {
        state.withLock { $0.revocations[user.id] = (($0.revocations[user.id]?.count ?? 0) + 1, now) }
    }

    package func requireMFA(of user: User) { state.withLock { _ = $0.needMFA.insert(user.id) } }

    /// Has APIs refuse every token of a person's that starts before now.
    package func challenge(_ user: User, now: Int) { state.withLock { $0.challenges[user.id] = now } }

    /// In seconds since 1970; 0 for never.
    package func lastChallenge(of user: User) -> Int { state.withLock { $0.challenges[user.id] ?? 0 } }

    package func revocations(of user: User) -> Int { state.withLock { $0.revocations[user.id]?.count ?? 0 } }

    /// Whether more than a password is wanted.
    package func lacksMFA(_ signIn: SignIn) -> Bool {
        !signIn.hasMFA && (signIn.user.needsMFA || state.withLock { $0.needMFA.contains(signIn.user.id) })
    }

    package func isRevoked(_ signIn: SignIn) -> Bool { signIn.revocations < revocations(of: signIn.user) }

    /// When a person's sessions were last revoked, in seconds since 1970.
    package func lastRevocation(of user: User) -> Int { state.withLock { $0.revocations[user.id]?.time ?? 0 } }
}
