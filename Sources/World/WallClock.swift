/// The time of day, and waiting.
package protocol WallClock: Sendable {
    /// Seconds since 1970, UTC.
    var now: Int { get }

    /// Milliseconds on a clock that nobody sets; only differences mean anything.
    var ticks: Int { get }

    func sleep(milliseconds: Int)
}
