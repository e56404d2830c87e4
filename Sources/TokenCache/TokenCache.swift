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
        return file.token(for: request, of: place.owner, now: clock.now)
    }

    package func refreshToken(for request: TokenRequest) -> CachedRefreshToken? {
        guard request.subject.hasRefreshTokens, let place = place(of: request), let file = files.read(place.file) else {
            return nil
        }
        return file.refreshToken(for: request, of: place.owner)
    }

    package func familyRefreshTokens(for request: TokenRequest) -> [CachedRefreshToken] {
        guard case .user(let name) = request.subject, request.mayUseFamilyTokens,
            files.read(.accounts(of: request))?.standing(for: request).family != nil
        else { return [] }
        let wanted = person(named: name, request)
        let known = indexes(beside: request).flatMap { index in
            (files.read(index.index)?.accounts ?? []).map { (index: index, account: $0.account) }
        }.filter { known in
            if let wanted {
                known.account.homeAccountID == wanted.homeAccountID
            } else {
                name.map(known.account.isNamed) ?? true
            }
        }
        guard let account = known.first?.account,
            known.allSatisfy({ $0.account.homeAccountID == account.homeAccountID }),
            let family = files.read(.user(account.homeAccountID, of: request))?.standing(for: request).family
        else { return [] }
        let tokens = known.flatMap { known in
            files.read(known.index.file(of: account))?.familyTokens(family, of: account, for: request) ?? []
        }
        return tokens.sorted { $0.modifiedAt > $1.modifiedAt }
            .map { CachedRefreshToken(secret: Secret($0.secret), account: account) }
    }

    package func leaveFamily(_ request: TokenRequest) {
        files.update(.accounts(of: request)) { $0.insertOutsider(request) }
    }

    /// The indexes of the other clients at the request's provider.
    private func indexes(beside request: TokenRequest) -> [AccountIndexName] {
        files.names().compactMap(AccountIndexName.init).filter {
            $0.place == Partition.place(request.provider) && $0.clientID != request.clientID
        }
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

    /// Where the tokens of a request's subject are; nil where it is not clear whose are meant.
    private func place(of request: TokenRequest) -> (file: Partition, owner: RowOwner)? {
        switch request.subject {
        case .app: (.appTokens(of: request), .app)
        case .user(let name):
            person(named: name, request).map { (.user($0.homeAccountID, of: request), .person($0)) }
        case .onBehalf(let key): (.onBehalf(key, of: request), RowOwner(key))
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
