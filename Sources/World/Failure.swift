/// What went wrong, for programs (the code), for people (message and hint) and for the log (the server's own words).
package struct Failure: Error, Sendable, Equatable {
    /// The classes of failure; each is one exit status.
    package enum Code: String, Sendable, CaseIterable {
        /// A person must sign in, consent or pass MFA.
        case interactionRequired = "interaction_required"
        /// The person or a policy said no.
        case denied
        /// The client's or the person's credentials are wrong, expired or missing.
        case badCredentials = "bad_credentials"
        /// A code, a sign-in window or an assertion ran out.
        case expired
        case notVerified = "not_verified"
        case notVerifiable = "not_verifiable"
        case usage
        case badData = "bad_data"
        case noInput = "no_input"
        case unavailable
        case internalError = "internal"
        case io
        case tryAgain = "try_again"
        case protocolError = "protocol"
        case refused
        case config
    }

    package let code: Code
    /// What failed and why, without a final stop; never a secret.
    package var message: String
    /// What to do about it, as a sentence or a command.
    package var hint: String?
    /// What the server said, when one did.
    package var answer: ErrorAnswer?
    /// Whether the same request may succeed later.
    package var isRetryable: Bool

    package init(
        _ code: Code, _ message: String, hint: String? = nil, answer: ErrorAnswer? = nil, isRetryable: Bool = false
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.answer = answer
        self.isRetryable = isRetryable
    }

    /// The same failure, with what was being done or read in front of its message.
    package func within(_ context: String) -> Failure {
        var failure = self
        failure.message = "\(context): \(message)"
        return failure
    }

    /// Failures are compared by what programs see.
    package static func == (left: Failure, right: Failure) -> Bool { left.code == right.code }
}

/// An OAuth error answer: RFC 6749 section 5.2, with the members that Entra adds.
///
/// All text is as the server sent it.
package struct ErrorAnswer: Sendable, Equatable {
    package var error: String?
    package var suberror: String?
    package var description: String?
    /// The AADSTS number, when there is one.
    package var number: Int?
    package var correlationID: String?
    package var traceID: String?
    package var timestamp: String?
    /// The claims that a challenge asks for: JSON text, byte for byte.
    package var claims: String?

    package init() {}
}
