import FoundationEssentials

/// A date as HTTP headers have it: RFC 9110 section 5.6.7, in the one form that servers may still send.
enum HTTPDate {
    /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other text.
    static func seconds(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT", words[1].utf8.count == 2,
            let month = months.firstIndex(of: String(words[2])), isTimeOfDay(words[4])
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        let date = try? Date("\(words[3])-\(number)-\(words[1])T\(words[4])Z", strategy: .iso8601)
        return date.map { Int($0.timeIntervalSince1970) }
    }

    /// `08:49:37`; the reader of dates would take `25:00:00` for an hour of the next day.
    private static func isTimeOfDay(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return parts.count == 3 && parts[0] < 24 && parts[1] < 60 && parts[2] <= 60
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
