import FoundationEssentials
import Glibc

/// Times as text; all take seconds since 1970 and show UTC.
package enum Timestamp {
    /// As in Entra's errors: `2026-11-21 04:00:00Z`.
    package static func entra(_ seconds: Int) -> String {
        date(seconds).formatted(Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .gmt))
    }

    /// As in Entra's messages about assertions: `2026-11-21T04:00:00Z`.
    package static func iso8601(_ seconds: Int) -> String {
        date(seconds).formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
    }

    /// As in the `Date` header (RFC 9110 section 5.6.7).
    package static func http(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = unsafe tm()
        unsafe gmtime_r(&time, &parts)
        var text = [CChar](repeating: 0, count: 64)
        let length = unsafe strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
        return String(decoding: text.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func date(_ seconds: Int) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}
