/// When an assertion was valid, and what time the provider had (AADSTS700024, 500133).
struct AssertionWindow {
    private let now: Int
    private let start: Int?
    private let end: Int?

    /// As Entra says it; nil where it does not.
    init?(in description: Prose) {
        func time(_ label: String) -> Int? {
            description.value(after: [label]) { $0 != " " && $0 != "," }.flatMap(UTCTime.seconds)
        }
        guard let now = time("current time: ") else { return nil }
        self.now = now
        start = time("valid from ")
        end = time("expiry time of assertion ")
    }

    /// By how many seconds the assertion came too late, or, below zero, too early; nil where it was in time.
    var secondsOutside: Int? {
        if let end, now >= end { return now - end }
        if let start, now < start { return now - start }
        return nil
    }

    var line: String? {
        secondsOutside.map { seconds in
            seconds < 0
                ? "time: the assertion becomes valid \(Self.words(-seconds)) after the provider's time: a clock is wrong"
                : "time: the assertion had expired \(Self.words(seconds)) before the provider's time"
        }
    }

    /// The two largest units: `1 d 2 h`, `34 min 10 s`.
    private static func words(_ seconds: Int) -> String {
        let parts = [(86400, "d"), (3600, "h"), (60, "min"), (1, "s")].reduce(into: (rest: seconds, words: [String]()))
        {
            let (count, rest) = $0.rest.quotientAndRemainder(dividingBy: $1.0)
            if count > 0 { $0.words.append("\(count) \($1.1)") }
            $0.rest = rest
        }
        return parts.words.isEmpty ? "0 s" : parts.words.prefix(2).joined(separator: " ")
    }
}
