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

    /// The file's content like `read`, but a damaged file stays where it is; nil for one that cannot be used.
    func readInPlace(_ partition: Partition) -> CacheFile? {
        do {
            guard let bytes = try store.read(partition.fileName) else { return CacheFile() }
            return try CacheFile(parsing: bytes)
        } catch let error as StoreError {
            warn("left out: \(error.message)")
        } catch {
            warn("left out: '\(store.directory)/\(partition.fileName)' is damaged")
        }
        return nil
    }

    /// For whoever has the file's lock: a damaged file is not taken for one that another has just repaired.
    private func readOrMoveAside(_ partition: Partition) -> CacheFile? {
        let name = partition.fileName
        do {
            guard let bytes = try store.read(name) else { return CacheFile() }
            if let file = try? CacheFile(parsing: bytes) { return file }
            let aside = CacheLitter.aside(name, on: clock.now)
            try store.rename(name, to: aside)
            warn("the cache file '\(store.directory)/\(name)' was damaged: it is now '\(aside)'")
            return CacheFile()
        } catch {
            warn("the cache is not used: \(error.message)")
            return nil
        }
    }

    /// Reads a file again, changes it, and puts it in the old one's place.
    ///
    /// - Returns: whether it is on disk; where it is not, there was a warning.
    @discardableResult
    func update(_ partition: Partition, _ change: (inout CacheFile) -> Void) -> Bool {
        revise(partition) { file in
            change(&file)
            return .replace
        }
    }

    /// The names of all files.
    func names() -> [String] {
        do {
            return try store.names().sorted()
        } catch {
            warn("the cache is not used: \(error.message)")
            return []
        }
    }

    /// - Returns: whether the file is gone.
    @discardableResult
    func remove(_ partition: Partition) -> Bool {
        let lock = lockForWriting(partition)
        defer { lock?.release() }
        do {
            try store.remove(partition.fileName)
            return true
        } catch {
            warn("the cache cannot be written: \(error.message)")
            return false
        }
    }

    /// What becomes of a file that was looked at under its lock.
    enum Revision { case leave, replace, remove }

    /// Reads a file again under its lock, and replaces it, takes it away, or leaves it.
    ///
    /// - Returns: whether that was done.
    @discardableResult
    func revise(_ partition: Partition, _ change: (inout CacheFile) -> Revision) -> Bool {
        var obstacle: StoreError?
        let lock = lockForWriting(partition, obstacle: &obstacle)
        defer { lock?.release() }
        guard var file = readOrMoveAside(partition) else { return false }
        do {
            switch change(&file) {
            case .leave: break
            case .replace: try store.write(file.bytes, to: partition.fileName)
            case .remove: try store.remove(partition.fileName)
            }
            // Where nothing can be written there are no locks either, and that is said.
            if let obstacle { warn("the cache is used without locks: \(obstacle.message)") }
            return true
        } catch {
            // Of a missing key people are told once, whether it shows in reading or in writing.
            warn("the cache \(error.code == .sealed ? "is not used" : "cannot be written"): \(error.message)")
            return false
        }
    }

    func tryLock(_ name: String) -> LockAttempt {
        do {
            return try store.tryLock(name).map { .acquired($0) } ?? .busy
        } catch {
            return .unavailable
        }
    }

    /// The name of the lock that a file's writers have.
    static func writerLock(of fileName: String) -> String { "write \(fileName)" }

    /// Keeps two writers of a file apart for the moment that writing takes; nil where there is no locking.
    private func lockForWriting(_ partition: Partition, obstacle: inout StoreError?) -> (any StoreLock)? {
        do {
            return try StoreLocking(store: store, clock: clock).wait(
                for: Self.writerLock(of: partition.fileName), ofWritersOf: partition.fileName)
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
