package import OAuth
import Synchronization
package import World

/// An MSAL application's own cache file, used in place of the folder of small files.
///
/// Nothing of it is kept elsewhere. Reading takes no lock; writing follows the libraries' protocol.
package final class MSALCache: TokenRepository {
    private let file: any SharedFile
    private let clock: any WallClock
    private let warn: @Sendable (String) -> Void
    /// Set once the file has been given up, so that nobody waits for it again.
    private let isDamaged = Mutex(false)

    /// - Parameter warn: is told of each trouble, in a line for people; the same trouble may come more than once.
    package init(file: any SharedFile, clock: any WallClock, warn: @escaping @Sendable (String) -> Void) {
        self.file = file
        self.clock = clock
        self.warn = warn
    }

    package func token(for request: TokenRequest) -> AcquiredToken? {
        guard let content = read(), let owner = owner(of: request, in: content) else { return nil }
        return content.token(for: request, of: owner, now: clock.now)
    }

    package func refreshToken(for request: TokenRequest) -> CachedRefreshToken? {
        guard request.subject.hasRefreshTokens, let content = read(), let owner = owner(of: request, in: content) else {
            return nil
        }
        return content.refreshToken(for: request, of: owner)
    }

    package func familyRefreshTokens(for request: TokenRequest) -> [CachedRefreshToken] {
        guard request.mayUseFamilyTokens, let content = read(), let family = content.standing(for: request).family,
            case .person(let account)? = owner(of: request, in: content)
        else { return [] }
        return content.familyTokens(family, of: account, for: request).sorted { $0.modifiedAt > $1.modifiedAt }
            .map { CachedRefreshToken(secret: Secret($0.secret), account: account) }
    }

    package func leaveFamily(_ request: TokenRequest) { update { $0.insertOutsider(request) } }

    package func save(_ token: AcquiredToken, for request: TokenRequest) {
        // The application would take an assertion for an access token.
        guard !request.tokenType.isSAML else { return }
        if case .user = request.subject, token.account == nil {
            return warn("the token is not cached: the provider does not say whose it is")
        }
        update { [now = clock.now] in $0.insert(token, for: request, now: now) }
    }

    package func forget(_ refreshToken: CachedRefreshToken, of request: TokenRequest) {
        update { $0.removeRefreshToken(refreshToken.secret.reveal()) }
    }

    package func accounts(for request: TokenRequest) -> [Account] {
        read().map { accounts(for: request, in: $0) } ?? []
    }

    package func tryLock(_ request: TokenRequest) -> LockAttempt {
        let subject =
            switch request.subject {
            case .app: "app"
            case .user(let name): "user \(name?.lowercased() ?? "")"
            case .onBehalf(let key): Partition.onBehalf(key, of: request).fileName + " " + request.tokenType.rawValue
            }
        let place = Partition.place(request.provider, withTenant: true).joined(separator: " ")
        do {
            return try file.tryLock("ask \(place) \(request.clientID) \(subject) \(request.scopes.text.lowercased())")
                .map { .acquired($0) } ?? .busy
        } catch {
            return .unavailable
        }
    }

    private func owner(of request: TokenRequest, in content: CacheFile) -> RowOwner? {
        switch request.subject {
        case .app: return .app
        case .onBehalf(let key): return RowOwner(key)
        case .user(let name):
            let known = accounts(for: request, in: content).filter { account in name.map(account.isNamed) ?? true }
            return Set(known.map(\.homeAccountID)).count == 1 ? known.first.map { .person($0) } : nil
        }
    }

    /// Everyone whose tokens the client has, or could get with what its family left.
    private func accounts(for request: TokenRequest, in content: CacheFile) -> [Account] {
        let host = request.provider.environment
        let isHere = { (environment: String) in KnownHosts.areSame(environment, host) }
        let known = content.accounts.filter { isHere($0.environment) }.map(\.account)
        let accessTokens = content.accessTokens.filter { $0.clientID == request.clientID && isHere($0.environment) }
        let refreshTokens = content.refreshTokens.filter { $0.clientID == request.clientID && isHere($0.environment) }
        let own = Set(accessTokens.compactMap(\.homeAccountID) + refreshTokens.map(\.homeAccountID))
        let mine = known.filter { own.contains($0.homeAccountID) }
        guard request.mayUseFamilyTokens, let family = content.standing(for: request).family else { return mine }
        let theirs = known.filter { account in
            !own.contains(account.homeAccountID)
                && !content.familyTokens(family, of: account, for: request).isEmpty
        }
        return mine + theirs
    }

    /// What is in the file; nil where it cannot be used, which is a warning.
    ///
    /// The libraries write it in place: what makes no sense is read again, for as long as they would.
    private func read() -> CacheFile? {
        guard !isDamaged.withLock({ $0 }) else { return nil }
        for attempt in 0... {
            do {
                guard let bytes = try file.read() else { return CacheFile() }
                if let content = try? CacheFile(parsing: bytes) { return content }
                guard attempt >= Self.rereadings else {
                    clock.sleep(milliseconds: Self.rereadingPause)
                    continue
                }
                if bytes.allSatisfy({ $0 <= 0x20 }) { return CacheFile() }
                warn("the MSAL cache '\(file.path)' is damaged, and not used")
            } catch {
                warn("the MSAL cache is not used: \(error.message)")
            }
            break
        }
        isDamaged.withLock { $0 = true }
        return nil
    }

    private func update(_ change: (inout CacheFile) -> Void) {
        guard !isDamaged.withLock({ $0 }), let lock = lockForWriting() else { return }
        defer { lock.release() }
        guard var content = read() else { return }
        change(&content)
        do {
            try file.write(content.bytes)
        } catch {
            warn("the MSAL cache cannot be written: \(error.message)")
        }
    }

    /// nil, and a warning, where the others do not let go: writing without the lock would lose what they write.
    private func lockForWriting() -> (any StoreLock)? {
        let deadline = clock.ticks + Self.longestWriteWait
        do {
            while true {
                if let lock = try file.tryLock() { return lock }
                guard clock.ticks < deadline else { break }
                clock.sleep(milliseconds: Self.lockPause)
            }
            let seconds = Self.longestWriteWait / 1000
            warn("the MSAL cache is not written: another program has held '\(file.path).lockfile' for \(seconds) s")
        } catch {
            warn("the MSAL cache is not written: \(error.message)")
        }
        return nil
    }

    /// Half a second, three times, is what msal-extensions does.
    private static let rereadings = 30
    /// Milliseconds.
    private static let rereadingPause = 50
    /// Milliseconds; the libraries wait five to ten seconds, and then some of them forget about the lock.
    private static let longestWriteWait = 10_000
    /// Milliseconds.
    private static let lockPause = 20
}
