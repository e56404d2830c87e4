import World

/// A duration in whole seconds, given as text.
enum Seconds {
    private static let longest = 10 * 365 * 86400

    /// - Parameter origin: the option or variable that holds the text.
    /// - Throws: `usage`.
    static func parse(_ text: String, by origin: String, atLeast least: Int = 0) throws(Failure) -> Int {
        guard let seconds = Int(text), (least...longest).contains(seconds) else {
            throw Failure(.usage, "\(origin) takes a number of seconds from \(least) up, not '\(text)'")
        }
        return seconds
    }
}
