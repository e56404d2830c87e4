import JOSE
import OAuth

/// How long a token is good for, and what Entra's usual times are.
struct TokenLifetime {
    private let seconds: Int?
    private let expiry: Int?
    private let now: Int
    private let isContinuouslyEvaluated: Bool

    init(_ examination: TokenExamination) {
        seconds = examination.lifetime
        expiry = examination.expiry
        now = examination.now
        isContinuouslyEvaluated = examination.isContinuouslyEvaluated
    }

    var lines: [String] {
        var lines: [String] = []
        if let expiry {
            let altogether = seconds.map { "it lasts \(TimeSpan.words($0)) altogether, and " } ?? ""
            let words = expiry <= now ? "expired" : "expires"
            lines.append(
                "this token: \(altogether)\(words) \(TimeSpan.relative(expiry, to: now)), at \(UTCTime.text(expiry))")
        } else {
            lines.append("this token: it does not say when it expires (exp)")
        }
        if isContinuouslyEvaluated {
            lines.append(
                "this token's app takes part in continuous access evaluation: an API that does so too refuses it within "
                    + "minutes after a revocation")
        }
        return lines
    }

    var json: JSON {
        .object([
            "seconds": seconds.map { .integer($0) } ?? .null,
            "remaining": expiry.map { .integer($0 - now) } ?? .null,
            "expires_at": .optional(expiry.map { UTCTime.text($0) }),
        ])
    }

    static let defaults = [
        "access tokens: 60 to 90 minutes, chosen at random, 75 on average; 20 to 28 hours with continuous access evaluation",
        "refresh tokens: 90 days, counted anew each time one is redeemed",
        "MaxInactiveTime: a refresh token that was not used for that long is dead; with 5 days and a week's holiday the "
            + "user signs in again",
        "MaxAgeSessionSingleFactor, MaxAgeSessionMultiFactor: after that long the user signs in again, used or not; with 1 "
            + "day and a sign-in on Monday, again on Tuesday after 25 hours; by default until revoked",
    ]
}
