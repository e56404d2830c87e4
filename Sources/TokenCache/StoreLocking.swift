import World

/// Waits for a lock that its holders have for moments.
struct StoreLocking {
    let store: any Store
    let clock: any WallClock

    /// Milliseconds in which one of those who wait should have had its turn.
    private static let longestWait = 10_000
    /// Milliseconds between two looks at a lock that another process has.
    private static let shortestPause = 2
    private static let longestPause = 32

    /// nil where there is no locking, or where the lock was not to be had: work goes on without it.
    func wait(for name: String) -> (any StoreLock)? { (try? wait(for: name, ofWritersOf: nil)) ?? nil }

    /// The same, and as long as somebody writes the file that the lock is for.
    ///
    /// Whoever has it and does not write is stuck, and not waited for. Where many write, each gets its turn: who went
    /// ahead without the lock would undo what others write.
    ///
    /// - Throws: why there is no locking.
    func wait(for name: String, ofWritersOf file: String?) throws(StoreError) -> (any StoreLock)? {
        var seen: [UInt8]?
        var deadline = clock.ticks + Self.longestWait
        var pause = Self.shortestPause
        while true {
            if let lock = try store.tryLock(name) { return lock }
            if let file, pause == Self.shortestPause { seen = try store.read(file) }
            if clock.ticks >= deadline {
                guard let file, case let content = try store.read(file), content != seen else { return nil }
                seen = content
                deadline = clock.ticks + Self.longestWait
            }
            clock.sleep(milliseconds: pause)
            pause = min(pause * 2, Self.longestPause)
        }
    }
}
