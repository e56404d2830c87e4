import JOSE
package import World

/// A folder whose files are encrypted, each under its own name (`CompactJWE`), when there is a key.
///
/// - Without a key and with plain files it does nothing but look at the first letters of what is read.
/// - What cannot be opened throws `sealed`, and stays as it is: it is not damaged, only its key is not here.
/// - A plain file is read as it is, and sealed when it is next written. That loses nothing: the key has been shown to
///   be the one that the folder's mark was sealed with (the first key makes the mark), so a mistyped one seals nothing.
/// - Without the right key nothing is written into an encrypted cache, neither in plain text nor with a wrong key.
package struct EncryptedStore: Store {
    private let inner: any Store
    private let source: CacheKeySource?
    private let clock: any WallClock

    /// - Parameter source: nil where no key is configured.
    package init(_ inner: any Store, source: CacheKeySource?, clock: any WallClock) {
        self.inner = inner
        self.source = source
        self.clock = clock
    }

    package var directory: String { inner.directory }

    /// Makes sure that an encrypted cache can be read, for whoever wants all of it or nothing.
    ///
    /// - Throws: `sealed` without the right key; what reading throws.
    package func checkKey() throws(StoreError) {
        let mark = EncryptionMark(store: inner)
        guard try mark.isThere() else { return }
        guard let source else { throw Self.withoutKey }
        guard try mark.isOf(key(from: source)) == true else { throw Self.otherKey }
    }

    package func read(_ name: String) throws(StoreError) -> [UInt8]? {
        try open(try inner.read(name), name)
    }

    package func peek(_ name: String) throws(StoreError) -> [UInt8]? { try open(try inner.peek(name), name) }

    private func open(_ stored: [UInt8]?, _ name: String) throws(StoreError) -> [UInt8]? {
        guard let bytes = stored, CompactJWE.isLikely(bytes) else { return stored }
        guard let source else { throw Self.withoutKey }
        let key = try key(from: source)
        do { return try CompactJWE.open(bytes, name: name, with: key) } catch { throw trouble(error, with: name) }
    }

    package func write(_ bytes: [UInt8], to name: String) throws(StoreError) {
        guard let source else {
            guard try !EncryptionMark(store: inner).isThere() else { throw Self.withoutKey }
            return try inner.write(bytes, to: name)
        }
        let key = try key(from: source)
        try prove(key)
        let sealed: [UInt8]
        do { sealed = try CompactJWE.seal(bytes, name: name, with: key) } catch { throw trouble(error, with: name) }
        try inner.write(sealed, to: name)
    }

    package func names() throws(StoreError) -> [String] { try inner.names() }

    package func listing() throws(StoreError) -> StoreListing? { try inner.listing() }

    package func remove(_ name: String) throws(StoreError) { try inner.remove(name) }

    package func rename(_ name: String, to newName: String) throws(StoreError) { try inner.rename(name, to: newName) }

    package func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)? { try inner.tryLock(name) }

    private func key(from source: CacheKeySource) throws(StoreError) -> ContentKey {
        do { return try source.key() } catch {
            let hint = error.hint.map { " (\($0))" } ?? ""
            throw StoreError(.sealed, "the key that TOKENCTL_CACHE_KEY names cannot be had: \(error.message)\(hint)")
        }
    }

    /// Makes sure that the key is the folder's; the first one that seals something becomes it.
    private func prove(_ key: ContentKey) throws(StoreError) {
        let mark = EncryptionMark(store: inner)
        if try mark.isOf(key) == nil {
            let lock = StoreLocking(store: inner, clock: clock).wait(for: EncryptionMark.lockName)
            defer { lock?.release() }
            if try mark.isOf(key) == nil {
                try checkFiles(key)
                try mark.set(key)
            }
        }
        guard try mark.isOf(key) == true else { throw Self.otherKey }
    }

    /// Where the mark is gone, the files that are sealed tell whether the key is theirs.
    private func checkFiles(_ key: ContentKey) throws(StoreError) {
        for name in try inner.names().sorted().prefix(Self.mostSamples) {
            guard let bytes = try inner.read(name), CompactJWE.isLikely(bytes) else { continue }
            guard (try? CompactJWE.open(bytes, name: name, with: key)) != nil else { throw Self.otherKey }
        }
    }

    private static let mostSamples = 16

    private static let withoutKey = StoreError(
        .sealed,
        "it is encrypted, and no key is given: set TOKENCTL_CACHE_KEY to where the key is "
            + "(env:NAME, file:PATH, cmd:COMMAND, keyring, secret-service)")

    private static let otherKey = StoreError(
        .sealed, "\(JOSEError.otherKey.message): set TOKENCTL_CACHE_KEY to where the right key is")

    /// A wrong key is told of in the same words for all files, so that people read them once.
    private func trouble(_ error: JOSEError, with name: String) -> StoreError {
        if error.message == JOSEError.otherKey.message { return Self.otherKey }
        if error.code == .missingLibrary { return StoreError(.sealed, error.message) }
        return StoreError(.sealed, "'\(directory)/\(name)' is of no use: \(error.message); remove it to start afresh")
    }
}
