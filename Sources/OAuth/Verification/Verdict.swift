package import World

/// What came of judging a token.
package enum Verdict: Sendable, Equatable {
    case verified
    /// The token is not good.
    case notVerified
    /// Nobody can tell here whether it is.
    case notVerifiable
    /// It is no token.
    case malformed

    /// nil when the token is good.
    package var code: Failure.Code? {
        switch self {
        case .verified: nil
        case .notVerified: .notVerified
        case .notVerifiable: .notVerifiable
        case .malformed: .badData
        }
    }
}
