import FoundationEssentials

/// Times as people and programs read them.
enum UTCTime {
    /// RFC 3339, in whole seconds: `2026-09-21T14:13:20Z`.
    static func text(_ seconds: Int) -> String { Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601) }
}
