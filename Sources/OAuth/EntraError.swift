import World

/// What an AADSTS number means for the user.
struct EntraError {
    let code: Failure.Code
    let hint: String

    /// Whether the same request may well succeed in a moment; a loop is not one of these.
    var isWorthRetrying: Bool { code == .tryAgain && hint == "try again in a moment" }

    init(_ code: Failure.Code, _ hint: String) {
        self.code = code
        self.hint = hint
    }

    /// No federated credential of the app matches the client assertion.
    static let federatedMismatches: Set = [70021, 700_211, 700_212, 700_213, 7_002_137, 7_002_138]

    /// What was presented is outside of its time: a matter of clocks.
    static let clockErrors: Set = [500_133, 700_024]

    /// The human part of an `error_description`: without the number in front, and the ids at its end.
    static func sentence(of description: String) -> String {
        var text = description[...]
        if text.hasPrefix("AADSTS"), let colon = text.firstIndex(of: ":") {
            text = text[text.index(after: colon)...].drop { $0.isWhitespace }
        }
        if let ids = text.firstRange(of: "Trace ID:") { text = text[..<ids.lowerBound] }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}
