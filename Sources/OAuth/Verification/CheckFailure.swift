/// One thing that is wrong with a token, or that cannot be judged.
package struct CheckFailure: Sendable, Equatable {
    /// What was looked at: a claim's name, `format`, `alg`, `kid`, `keys` or `signature`.
    package let check: String
    package let expected: String
    package let actual: String
    /// What that means, in words; nil where the two texts say it.
    package let reason: String?
    /// Whether the token is at fault, rather than what is known here.
    package let isCertain: Bool

    package init(_ check: String, expected: String, actual: String, reason: String? = nil, isCertain: Bool = true) {
        self.check = check
        self.expected = expected
        self.actual = actual
        self.reason = reason
        self.isCertain = isCertain
    }

    /// One line for people.
    package var words: String { "\(check): " + (reason ?? "expected \(expected), found \(actual)") }
}
