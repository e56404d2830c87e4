import World

/// Waits for a lock that its holders have for moments.
struct StoreLocking {
    let store: any Store
    let clock: any WallClock

    /// Milliseconds.
    private static let longestWait = 10_000

    /// nil where there is no locking, or where the lock was not to be had: work goes on without it.
    func wait(for name: String) -> (any StoreLock)? {
        let deadline = clock.ticks + Self.longestWait
        while clock.ticks < deadline {
            do {
                if let lock = try store.tryLock(name) { return lock }
            } catch {
                return nil
            }
            clock.sleep(milliseconds: 2)
        }
        return nil
    }
}
