package import World

/// How a busy or troubled server is asked again, within the time that one operation may take.
package struct RetryPolicy: Sendable {
    let clock: any WallClock
    private let randomness: any Randomness
    private let remark: @Sendable (String) -> Void

    /// - Parameter remark: is told of each pause, in a line for people.
    package init(clock: any WallClock, randomness: any Randomness, remark: @escaping @Sendable (String) -> Void) {
        self.clock = clock
        self.randomness = randomness
        self.remark = remark
    }

    /// The most requests that one operation makes.
    static let mostTries = 10

    /// Milliseconds: the first pause, and what pauses grow to.
    private static let firstPause = 500
    private static let longestPause = 8000

    /// Waits before another try.
    ///
    /// The server's wish counts; without one the pauses double. All are lengthened at random, so that clients that were
    /// turned away together do not come back together.
    ///
    /// - Parameters:
    ///   - tries: how many requests were made so far.
    ///   - end: when the operation's time is over, in ticks.
    /// - Returns: false, at once, where another try is pointless or would come too late.
    func pause(after response: HTTPResponse, tries: Int, until end: Int) -> Bool {
        guard tries < Self.mostTries, response.isWorthRetrying else { return false }
        let growing = min(Self.firstPause << (tries - 1), Self.longestPause)
        let milliseconds =
            if let wish = response.retryAfter { wish * 1000 + random(upTo: Self.firstPause / 2) } else {
                growing / 2 + random(upTo: growing / 2)
            }
        guard clock.ticks + milliseconds < end else { return false }
        remark("the server answered HTTP \(response.status): trying again in \((milliseconds + 999) / 1000) s")
        clock.sleep(milliseconds: milliseconds)
        return true
    }

    private func random(upTo most: Int) -> Int { most * Int(randomness.bytes(1)[0]) / 255 }
}
