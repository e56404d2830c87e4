import JOSE

/// A time in a token: seconds since 1970 (NumericDate of RFC 7519 section 2), or what some issuers make of that.
struct TokenTime {
    let seconds: Int

    /// A number with or without a fraction, the same as text, or RFC 3339 text.
    ///
    /// nil for what is no time between 1970 and the end of the year 9999.
    init?(_ value: JSON?) {
        let seconds: Int? =
            switch value {
            case .number: value?.intValue
            case .string(let text): JSON.number(text.value).intValue ?? UTCTime.seconds(text.value)
            default: nil
            }
        guard let seconds, Self.sensible.contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// Whether a number is a time of these decades in milliseconds.
    static func isInMilliseconds(_ value: JSON) -> Bool {
        value.intValue.map { (1_000_000_000_000..<4_000_000_000_000).contains($0) } ?? false
    }

    private static let sensible = 0...253_402_300_799
}
