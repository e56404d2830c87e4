/// How long something takes, in one round number for people.
enum TimeSpan {
    /// `12 min`, `3 h`, `8 years`; rounded down, and the sign left out.
    static func words(_ seconds: Int) -> String {
        let seconds = Int(clamping: seconds.magnitude)
        return switch seconds {
        case ..<60: "\(seconds) s"
        case ..<7200: "\(seconds / 60) min"
        case ..<(2 * day): "\(seconds / 3600) h"
        case ..<(2 * year): "\(seconds / day) days"
        default: "\(seconds / year) years"
        }
    }

    /// `12 min ago`, `in 12 min`.
    static func relative(_ seconds: Int, to now: Int) -> String {
        seconds <= now ? "\(words(now - seconds)) ago" : "in \(words(seconds - now))"
    }

    private static let day = 86400
    private static let year = 365 * day
}
