package import OAuth
package import World

/// The tokens on disk: one folder of small files in MSAL's unified schema.
package struct TokenCache: TokenRepository {
    private let files: CacheFolder
    private let clock: any WallClock

    /// - Parameter warn: is told of each trouble, in a line for people; the same trouble may come more than once.
    package init(store: any Store, clock: any WallClock, warn: @escaping @Sendable (String) -> Void) {
        files = CacheFolder(store: store, clock: clock, warn: warn)
        self.clock = clock
    }

    package func token(for request: TokenRequest) -> AcquiredToken? {
        let account: Account?
        switch request.subject {
        case .app: account = nil
        case .user:
            guard let known = self.account(for: request) else { return nil }
            account = known
        }
        guard let file = files.read(partition(request, account)) else { return nil }
        // A row from the future was written before the clock was set back: its times mean nothing.
        let latest = clock.now + Self.clockTolerance
        let entry = file.accessTokens.filter { entry in
            entry.homeAccountID == account?.homeAccountID && entry.hasSameOrigin(as: request)
                && entry.serves(request.scopes) && entry.cachedAt <= latest
        }.max { $0.expiresOn < $1.expiresOn }
        guard let entry else { return nil }
        let idToken = file.idTokens.first { $0.homeAccountID == entry.homeAccountID && $0.realm == entry.realm }
        return entry.token(of: account, idToken: idToken?.secret)
    }

    package func refreshToken(for request: TokenRequest) -> CachedRefreshToken? {
        guard let account = account(for: request), let file = files.read(partition(request, account)) else {
            return nil
        }
        let newest = file.refreshTokens.filter { entry in
            entry.homeAccountID == account.homeAccountID && entry.clientID == request.clientID
                && entry.environment == request.provider.environment
        }.max { $0.modifiedAt < $1.modifiedAt }
        return newest.map { CachedRefreshToken(secret: Secret($0.secret), account: account) }
    }

    package func save(_ token: AcquiredToken, for request: TokenRequest) {
        guard (request.subject == .app) == (token.account == nil) else {
            return files.warn("the token is not cached: the provider does not say whose it is")
        }
        files.update(partition(request, token.account)) { $0.insert(token, for: request, now: clock.now) }
        guard let account = token.account, !accounts(for: request).contains(account) else { return }
        files.update(.accounts(of: request)) { $0.insert(AccountEntry(account, for: request)) }
    }

    package func forget(_ refreshToken: CachedRefreshToken, of request: TokenRequest) {
        files.update(partition(request, refreshToken.account)) { $0.removeRefreshToken(refreshToken.secret.reveal()) }
    }

    package func accounts(for request: TokenRequest) -> [Account] {
        files.read(.accounts(of: request))?.accounts.map(\.account) ?? []
    }

    package func tryLock(_ request: TokenRequest) -> LockAttempt {
        let file =
            switch request.subject {
            case .app: Partition.appTokens(of: request).fileName
            case .user(let name): "\(Partition.accounts(of: request).fileName) \(name?.lowercased() ?? "")"
            }
        return files.tryLock("ask \(file) \(request.scopes.text.lowercased())")
    }

    /// How far a clock may be set back before what it wrote is doubted, in seconds.
    private static let clockTolerance = 300

    /// The person whom the request means: the one of that name, or the only one.
    private func account(for request: TokenRequest) -> Account? {
        guard case .user(let name) = request.subject else { return nil }
        let candidates = accounts(for: request).filter { account in name.map(account.isNamed) ?? true }
        let ids = Set(candidates.map(\.homeAccountID))
        return ids.count == 1 ? candidates.first : nil
    }

    private func partition(_ request: TokenRequest, _ account: Account?) -> Partition {
        account.map { .user($0.homeAccountID, of: request) } ?? .appTokens(of: request)
    }
}
