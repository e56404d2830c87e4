import Synchronization
import World

/// A clock that stands still until it is set, or until someone sleeps.
package final class FakeClock: WallClock {
    private struct State {
        var now: Int
        var ticks = 1_000_000
        var whileAsleep: (@Sendable (Int) -> Void)?
    }

    private let state: Mutex<State>

    /// 2026-09-21T14:13:20Z.
    package static let start = 1_790_000_000

    package init(_ now: Int = start) { state = Mutex(State(now: now)) }

    /// Seconds since 1970.
    package var now: Int {
        get { state.withLock { $0.now } }
        set { state.withLock { $0.now = newValue } }
    }

    package var ticks: Int { state.withLock { $0.ticks } }

    /// Time passes at once; the time of day moves by whole seconds of it.
    package func sleep(milliseconds: Int) {
        let (ticks, act) = state.withLock { state in
            state.now += (state.ticks + milliseconds) / 1000 - state.ticks / 1000
            state.ticks += milliseconds
            return (state.ticks, state.whileAsleep)
        }
        act?(ticks)
    }

    /// What happens in the rest of the world whenever someone sleeps.
    ///
    /// - Parameter act: is given the ticks.
    package func onSleep(_ act: @escaping @Sendable (Int) -> Void) { state.withLock { $0.whileAsleep = act } }
}
