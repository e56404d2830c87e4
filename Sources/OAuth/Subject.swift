package import World

/// Whose token is wanted.
package enum Subject: Sendable {
    /// The app's own.
    case app
    /// A person's; by user name or home account id, or whoever has signed in.
    case user(String?)
    /// A person's, for an API that was called with a token of theirs.
    case onBehalf(OnBehalfKey)

    /// An app asks with its own credential again instead.
    package var hasRefreshTokens: Bool { if case .app = self { false } else { true } }

    /// Whether someone would have to sign in for a new one.
    var needsPerson: Bool { if case .user = self { true } else { false } }
}

/// What on-behalf-of tokens are kept under.
package enum OnBehalfKey: Sendable {
    /// The user's token that the API was called with.
    case assertion(Secret)
    /// A name of the API's own choice for what outlives that token.
    ///
    /// With the local account id of the user whose token was presented, where one was: another's is not to be found.
    case session(String, user: String?)
}
