import OAuth
import World

/// The files of the cache: read as they are, changed one process at a time.
struct CacheFolder: Sendable {
    let warn: @Sendable (String) -> Void
    private let store: any Store
    private let clock: any WallClock

    init(store: any Store, clock: any WallClock, warn: @escaping @Sendable (String) -> Void) {
        self.store = store
        self.clock = clock
        self.warn = warn
    }

    /// The file's content: empty when there is no file, nil when it must be left alone.
    ///
    /// A damaged file is moved aside, for whoever wants to look into it.
    ///
    /// - Parameter sieve: takes out rows that are not looked for; what is left is for reading only.
    func read(_ partition: Partition, through sieve: RowSieve? = nil) -> CacheFile? {
        do {
            guard let bytes = try store.read(partition.fileName) else { return CacheFile() }
            if let file = try? CacheFile(parsing: sieve?.sift(bytes) ?? bytes) { return file }
        } catch {
            warn("the cache is not used: \(error.message)")
            return nil
        }
        let lock = lockForWriting(partition)
        defer { lock?.release() }
        return readOrMoveAside(partition)
    }

    /// For whoever has the file's lock: a damaged file is not taken for one that another has just repaired.
    private func readOrMoveAside(_ partition: Partition) -> CacheFile? {
        let name = partition.fileName
        do {
            guard let bytes = try store.read(name) else { return CacheFile() }
            if let file = try? CacheFile(parsing: bytes) { return file }
            let aside = "\(name).damaged-\(clock.now)"
            try store.rename(name, to: aside)
            warn("the cache file '\(store.directory)/\(name)' was damaged: it is now '\(aside)'")
            return CacheFile()
        } catch {
            warn("the cache is not used: \(error.message)")
            return nil
        }
    }

    /// Reads a file again, changes it, and puts it in the old one's place.
    func update(_ partition: Partition, _ change: (inout CacheFile) -> Void) {
        var obstacle: StoreError?
        let lock = lockForWriting(partition, obstacle: &obstacle)
        defer { lock?.release() }
        guard var file = readOrMoveAside(partition) else { return }
        change(&file)
        do {
            try store.write(file.bytes, to: partition.fileName)
        } catch {
            return warn("the cache cannot be written: \(error.message)")
        }
        // Where nothing can be written there are no locks either, and that has been said.
        if let obstacle { warn("the cache is used without locks: \(obstacle.message)") }
    }

    func remove(_ partition: Partition) {
        let lock = lockForWriting(partition)
        defer { lock?.release() }
        do {
            try store.remove(partition.fileName)
        } catch {
            warn("the cache cannot be written: \(error.message)")
        }
    }

    func tryLock(_ name: String) -> LockAttempt {
        do {
            return try store.tryLock(name).map { .acquired($0) } ?? .busy
        } catch {
            return .unavailable
        }
    }

    /// Milliseconds in which one of those who wait for a file should have been able to write it.
    private static let longestWriteWait = 10_000
    /// Milliseconds between two looks at a lock that another process has.
    private static let shortestPause = 2
    private static let longestPause = 32

    /// Keeps two writers of a file apart for the moment that writing takes; nil where there is no locking.
    ///
    /// Whoever has it and does not write is stuck, and not waited for. Where many write, each gets its turn: who went
    /// ahead without the lock would undo what others write.
    private func lockForWriting(_ partition: Partition, obstacle: inout StoreError?) -> (any StoreLock)? {
        var seen: [UInt8]?
        var deadline = clock.ticks + Self.longestWriteWait
        var pause = Self.shortestPause
        do {
            while true {
                if let lock = try store.tryLock("write \(partition.fileName)") { return lock }
                if pause == Self.shortestPause { seen = try store.read(partition.fileName) }
                if clock.ticks >= deadline {
                    let content = try store.read(partition.fileName)
                    guard content != seen else { return nil }
                    seen = content
                    deadline = clock.ticks + Self.longestWriteWait
                }
                clock.sleep(milliseconds: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        } catch {
            obstacle = error
            return nil
        }
    }

    private func lockForWriting(_ partition: Partition) -> (any StoreLock)? {
        var obstacle: StoreError?
        return lockForWriting(partition, obstacle: &obstacle)
    }
}
