package import OAuth
package import World

/// The tokens on disk: DESIGN's cache, one folder of small files in MSAL's unified schema.
package struct TokenCache: TokenRepository {
    private let store: any Store
    private let clock: any WallClock
    private let warn: @Sendable (String) -> Void

    /// - Parameter warn: is told of each trouble, in a line for people; the same trouble may come more than once.
    package init(store: any Store, clock: any WallClock, warn: @escaping @Sendable (String) -> Void) {
        self.store = store
        self.clock = clock
        self.warn = warn
    }

    package func token(for request: TokenRequest) -> AcquiredToken? {
        guard let file = read(Partition(appTokensOf: request).fileName) else { return nil }
        // A row from the future was written before the clock was set back: its times mean nothing.
        let latest = clock.now + Self.clockTolerance
        return file.accessTokens.filter { entry in
            entry.hasSameOrigin(as: request) && entry.scopes.include(request.scopes) && entry.cachedAt <= latest
        }.max { $0.expiresOn < $1.expiresOn }?.token
    }

    package func save(_ token: AcquiredToken, for request: TokenRequest) {
        let name = Partition(appTokensOf: request).fileName
        let lock = lockForWriting(name)
        defer { lock?.release() }
        guard var file = read(name) else { return }
        file.insert(AccessTokenEntry(token, for: request), now: clock.now)
        do {
            try store.write(file.bytes, to: name)
        } catch {
            warn("the token is not cached: \(error.message)")
        }
    }

    package func tryLock(_ request: TokenRequest) -> LockAttempt {
        attempt("ask \(Partition(appTokensOf: request).fileName) \(request.scopes.text.lowercased())")
    }

    private static let clockTolerance = 300
    private static let longestWriteWait = 10_000

    /// The file's content: empty when there is no file, nil when it must be left alone.
    ///
    /// A damaged file is moved aside, for whoever wants to look into it.
    private func read(_ name: String) -> CacheFile? {
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

    /// Keeps two writers of a file apart for the moment that writing takes; nil where there is no locking.
    private func lockForWriting(_ name: String) -> (any StoreLock)? {
        let deadline = clock.ticks + Self.longestWriteWait
        while clock.ticks < deadline {
            switch attempt("write \(name)") {
            case .acquired(let lock): return lock
            case .unavailable: return nil
            case .busy: clock.sleep(milliseconds: 2)
            }
        }
        return nil
    }

    private func attempt(_ lock: String) -> LockAttempt {
        do {
            return try store.tryLock(lock).map { .acquired($0) } ?? .busy
        } catch {
            return .unavailable
        }
    }
}
