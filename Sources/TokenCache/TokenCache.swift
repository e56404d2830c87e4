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
        guard let place = place(of: request), let file = files.read(place.file, through: sieve(for: request.scopes))
        else { return nil }
        // A row from the future was written before the clock was set back: its times mean nothing.
        let latest = clock.now + Self.clockTolerance
        let entry = file.accessTokens.filter { entry in
            place.isOwner(entry.homeAccountID, in: file) && entry.hasSameOrigin(as: request)
                && entry.serves(request.scopes) && entry.cachedAt <= latest
        }.max { $0.expiresOn < $1.expiresOn }
        guard let entry else { return nil }
        let idToken = file.idTokens.first { $0.homeAccountID == entry.homeAccountID && $0.realm == entry.realm }
        return entry.token(of: place.account(entry.homeAccountID, in: file), idToken: idToken?.secret)
    }

    package func refreshToken(for request: TokenRequest) -> CachedRefreshToken? {
        guard request.subject.hasRefreshTokens, let place = place(of: request), let file = files.read(place.file) else {
            return nil
        }
        let newest = file.refreshTokens.filter { entry in
            place.isOwner(entry.homeAccountID, in: file) && entry.clientID == request.clientID
                && entry.environment == request.provider.environment && request.subject.isOf(entry.onBehalf)
        }.max { $0.modifiedAt < $1.modifiedAt }
        guard let newest, let account = place.account(newest.homeAccountID, in: file) else { return nil }
        return CachedRefreshToken(secret: Secret(newest.secret), account: account)
    }

    package func save(_ token: AcquiredToken, for request: TokenRequest) {
        let file: Partition
        switch (request.subject, token.account) {
        case (.app, nil): file = .appTokens(of: request)
        case (.user, let account?): file = .user(account.homeAccountID, of: request)
        case (.onBehalf(let key), _): file = .onBehalf(key, of: request)
        case (.app, _?), (.user, nil):
            return files.warn("the token is not cached: the provider does not say whose it is")
        }
        files.update(file) { $0.insert(token, for: request, now: clock.now) }
        guard case .user = request.subject, let account = token.account, !accounts(for: request).contains(account)
        else { return }
        files.update(.accounts(of: request)) { $0.insert(AccountEntry(account, for: request)) }
    }

    package func forget(_ refreshToken: CachedRefreshToken, of request: TokenRequest) {
        let file =
            if case .onBehalf(let key) = request.subject { Partition.onBehalf(key, of: request) } else {
                Partition.user(refreshToken.account.homeAccountID, of: request)
            }
        files.update(file) { $0.removeRefreshToken(refreshToken.secret.reveal()) }
    }

    package func accounts(for request: TokenRequest) -> [Account] {
        files.read(.accounts(of: request))?.accounts.map(\.account) ?? []
    }

    package func tryLock(_ request: TokenRequest) -> LockAttempt {
        let file =
            switch request.subject {
            case .app: Partition.appTokens(of: request).fileName
            case .user(let name): "\(Partition.accounts(of: request).fileName) \(name?.lowercased() ?? "")"
            case .onBehalf(let key): "\(Partition.onBehalf(key, of: request).fileName) \(request.tokenType.rawValue)"
            }
        return files.tryLock("ask \(file) \(request.scopes.text.lowercased())")
    }

    /// How far a clock may be set back before what it wrote is doubted, in seconds.
    private static let clockTolerance = 300

    /// Where the tokens of a request's subject are; nil where it is not clear whose are meant.
    private func place(of request: TokenRequest) -> SubjectPlace? {
        switch request.subject {
        case .app: SubjectPlace(file: .appTokens(of: request), owner: .app)
        case .user(let name):
            person(named: name, request).map {
                SubjectPlace(file: .user($0.homeAccountID, of: request), owner: .person($0))
            }
        case .onBehalf(let key):
            if case .session(_, let user?) = key {
                SubjectPlace(file: .onBehalf(key, of: request), owner: .user(localAccountID: user))
            } else {
                SubjectPlace(file: .onBehalf(key, of: request), owner: .anyone)
            }
        }
    }

    /// Lets the access tokens through that may have a scope that is wanted; nil where all may do.
    private func sieve(for wanted: Scopes) -> RowSieve? {
        wanted.names.first { !Scopes.reserved.contains($0.lowercased()) }.flatMap {
            RowSieve(section: AccessTokenEntry.section, members: AccessTokenEntry.scopeMembers, word: $0)
        }
    }

    /// The person of that name, or the only one.
    private func person(named name: String?, _ request: TokenRequest) -> Account? {
        let sieve = name.flatMap {
            RowSieve(section: AccountEntry.section, members: AccountEntry.nameMembers, word: $0)
        }
        let accounts = files.read(.accounts(of: request), through: sieve)?.accounts.map(\.account) ?? []
        let candidates = accounts.filter { account in name.map(account.isNamed) ?? true }
        let ids = Set(candidates.map(\.homeAccountID))
        return ids.count == 1 ? candidates.first : nil
    }
}

/// The file of a subject's tokens, and whose rows in it count.
private struct SubjectPlace {
    enum Owner {
        case app
        case person(Account)
        /// Rows are told apart by their tags.
        case user(localAccountID: String)
        case anyone
    }

    let file: Partition
    let owner: Owner

    func isOwner(_ homeAccountID: String?, in content: CacheFile) -> Bool {
        switch owner {
        case .app: homeAccountID == nil
        case .person(let account): homeAccountID == account.homeAccountID
        case .user(let id): account(homeAccountID, in: content)?.localAccountID == id
        case .anyone: true
        }
    }

    /// Whose row it is; nil for an app's own.
    func account(_ homeAccountID: String?, in content: CacheFile) -> Account? {
        switch owner {
        case .app: nil
        case .person(let account): account
        case .user, .anyone: content.accounts.first { $0.account.homeAccountID == homeAccountID }?.account
        }
    }
}
