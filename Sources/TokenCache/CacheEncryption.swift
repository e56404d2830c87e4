package import JOSE
import OAuth
package import World

/// Encrypts or decrypts all files of a cache, each at once and under its writer's lock.
///
/// All is looked at first: where one file cannot be opened, nothing is changed. What was interrupted half-way is a
/// cache that still serves, and that the next run completes.
package struct CacheEncryption {
    private let store: any Store
    private let clock: any WallClock
    private let keys: [CacheKeySource]

    /// Whoever encrypts or decrypts has this lock, and takes the others while having it.
    static let lockName = "encryption"

    /// - Parameters:
    ///   - store: the folder as it is on disk.
    ///   - keys: may open what is encrypted; asked for one after the other, only when a file needs one.
    package init(store: any Store, clock: any WallClock, keys: [CacheKeySource]) {
        self.store = store
        self.clock = clock
        self.keys = keys
    }

    /// - Parameters:
    ///   - find: the key to encrypt with; nil where there is none yet.
    ///   - make: makes it, once it is clear that nothing stands in the way.
    /// - Returns: how many files were changed.
    /// - Throws: `badData` when a file cannot be opened; `io`; what getting a key failed with.
    package func encrypt(
        with find: () throws(Failure) -> ContentKey?, orNew make: () throws(Failure) -> ContentKey
    ) throws(Failure) -> Int {
        let lock = try lockOrFail()
        defer { lock?.release() }
        let known = try find()
        for name in try names() {
            _ = try file(name, openedBy: [known.map(CacheKeySource.init)].compactMap(\.self) + keys)
        }
        let key = if let known { known } else { try make() }
        // First the mark: from now on who has another key, or none, writes nothing more.
        try setMark(key)
        try removeLitter()
        return try changeAll { name throws(Failure) in
            guard let file = try file(name, openedBy: [CacheKeySource(key)] + keys), !file.isSealedByFirstKey else {
                return nil
            }
            return try file.sealed(as: name, with: key)
        }
    }

    /// - Returns: how many files were changed.
    /// - Throws: as `encrypt`.
    package func decrypt() throws(Failure) -> Int {
        let isMarked = try onDisk(try mark.isThere())
        let names = try names()
        guard isMarked || !names.isEmpty else { return 0 }
        let lock = try lockOrFail()
        defer { lock?.release() }
        for name in names { _ = try file(name, openedBy: keys) }
        let count = try changeAll { name throws(Failure) in
            guard let file = try file(name, openedBy: keys), file.isSealed else { return nil }
            return file.content
        }
        // Last the mark: until now nobody without the key has written anything.
        try onDisk(try mark.remove())
        return count
    }

    /// Of two who change the key at once, each would lock the other's files away; nil where there is no locking.
    private func lockOrFail() throws(Failure) -> (any StoreLock)? {
        let lock: (any StoreLock)?
        do { lock = try locking.wait(for: Self.lockName, ofWritersOf: nil) } catch { return nil }
        if let lock { return lock }
        throw Failure(
            .tryAgain, "another process is encrypting or decrypting the cache", hint: "wait until it has ended")
    }

    /// Plain tokens may be in what processes left that died; whoever still writes has done so within a minute.
    private func removeLitter() throws(Failure) {
        for item in try onDisk(try store.listing())?.items ?? [] {
            guard case .temporary = CacheLitter(item.name), item.kind == .file, clock.now - item.changedOn > 60 else {
                continue
            }
            try onDisk(try store.remove(item.name))
        }
    }

    private func setMark(_ key: ContentKey) throws(Failure) {
        let lock = locking.wait(for: EncryptionMark.lockName)
        defer { lock?.release() }
        if try onDisk(try mark.isOf(key)) != true { try onDisk(try mark.set(key)) }
    }

    private var mark: EncryptionMark { EncryptionMark(store: store) }
    private var locking: StoreLocking { StoreLocking(store: store, clock: clock) }

    /// Files of tokens, and those that were moved aside as damaged, in which tokens are too.
    private func names() throws(Failure) -> [String] {
        try onDisk(try store.names()).filter { $0.hasSuffix(".json") || $0.contains(".json\(CacheLitter.mark)") }
            .sorted()
    }

    /// nil where it is gone meanwhile.
    private func file(_ name: String, openedBy keys: [CacheKeySource]) throws(Failure) -> SealedFile? {
        guard let bytes = try onDisk(try store.read(name)) else { return nil }
        return try SealedFile(bytes, name: name, in: store.directory, openedBy: keys)
    }

    /// Puts what `change` gives in the place of each file, until none is left to change: meanwhile others write.
    private func changeAll(_ change: (String) throws(Failure) -> [UInt8]?) throws(Failure) -> Int {
        var changed: Set<String> = []
        for _ in 0..<Self.mostRounds {
            let before = changed.count
            for name in try names() {
                let lock = locking.wait(for: CacheFolder.writerLock(of: name))
                defer { lock?.release() }
                guard let bytes = try change(name) else { continue }
                try onDisk(try store.write(bytes, to: name))
                changed.insert(name)
            }
            if changed.count == before { break }
        }
        return changed.count
    }

    private static let mostRounds = 5

    private func onDisk<Result>(_ work: @autoclosure () throws(StoreError) -> Result) throws(Failure) -> Result {
        do { return try work() } catch { throw Failure(.io, "the cache cannot be changed: \(error.message)") }
    }
}
