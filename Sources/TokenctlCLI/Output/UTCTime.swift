import FoundationEssentials

/// Times as people and programs read them.
enum UTCTime {
    /// RFC 3339, in whole seconds: `2026-09-21T14:13:20Z`.
    static func text(_ seconds: Int) -> String { Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601) }

    /// The time that RFC 3339 text in UTC means, without its fraction; nil for anything else.
    static func seconds(_ text: String) -> Int? {
        let date = try? Date(text.prefix("2026-09-21T14:13:20".count) + "Z", strategy: .iso8601)
        return date.map { Int($0.timeIntervalSince1970) }
    }
}
