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

    /// What to do about it, where that is known.
    package let hint: String?

    package init(
        _ check: String, expected: String, actual: String, reason: String? = nil, isCertain: Bool = true,
        hint: String? = nil
    ) {
        self.check = check
        self.expected = expected
        self.actual = actual
        self.reason = reason
        self.isCertain = isCertain
        self.hint = hint
    }

    /// One line for people; a hostile claim does not fill their screen.
    package var words: String {
        func short(_ text: String) -> String { text.count > 300 ? "\(text.prefix(300))…" : text }
        return "\(check): " + (reason.map(short) ?? "expected \(short(expected)), found \(short(actual))")
    }
}
