import JOSE

/// Times as the MSAL libraries write them.
enum CachedTime {
    /// Seconds since 1970: decimal text by MSAL's schema, numbers by some writers.
    ///
    /// nil for what is no time up to the year 9999: sums and calendars go no further.
    static func seconds(_ value: JSON?) -> Int? {
        let seconds = value?.intValue ?? value?.stringValue.flatMap { Int($0) }
        return seconds.flatMap { (0...253_402_300_799).contains($0) ? $0 : nil }
    }
}
