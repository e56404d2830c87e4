import OAuth
import World

/// Rows are matched by their fields, whatever their keys: each of the libraries has its own.
extension CacheFile {
    /// The token with the longest life that matches the request, expired or not.
    ///
    /// - Parameter now: seconds since 1970.
    func token(for request: TokenRequest, of owner: RowOwner, now: Int) -> AcquiredToken? {
        // A row from the future was written before the clock was set back: its times mean nothing.
        let latest = now + Self.clockTolerance
        let entry = accessTokens.filter { entry in
            owner.isOwner(entry.homeAccountID, in: self) && entry.hasSameOrigin(as: request)
                && entry.serves(request.scopes) && entry.cachedAt <= latest
        }.max { $0.expiresOn < $1.expiresOn }
        guard let entry else { return nil }
        let idToken = idTokens.first {
            $0.homeAccountID == entry.homeAccountID && $0.realm == entry.realm && $0.clientID == entry.clientID
        }
        return entry.token(of: owner.account(entry.homeAccountID, in: self), idToken: idToken?.secret)
    }

    /// How far a clock may be set back before what it wrote is doubted, in seconds.
    private static let clockTolerance = 300

    /// The newest of the client's own.
    func refreshToken(for request: TokenRequest, of owner: RowOwner) -> CachedRefreshToken? {
        let newest = refreshTokens.filter { entry in
            owner.isOwner(entry.homeAccountID, in: self) && entry.clientID == request.clientID
                && KnownHosts.areSame(entry.environment, request.provider.environment)
                && request.subject.isOf(entry.onBehalf)
        }.max { $0.modifiedAt < $1.modifiedAt }
        guard let newest, let account = owner.account(newest.homeAccountID, in: self) else { return nil }
        return CachedRefreshToken(secret: Secret(newest.secret), account: account)
    }

    /// A person's refresh tokens that other clients of a family left here.
    func familyTokens(_ family: String, of account: Account, for request: TokenRequest) -> [RefreshTokenEntry] {
        refreshTokens.filter { entry in
            entry.familyID == family && entry.homeAccountID == account.homeAccountID
                && entry.clientID != request.clientID && entry.onBehalf == nil
                && KnownHosts.areSame(entry.environment, request.provider.environment)
        }
    }

    /// What is known of the request's client and the families of apps.
    func standing(for request: TokenRequest) -> FamilyStanding {
        let seen = apps.filter {
            $0.clientID == request.clientID && KnownHosts.areSame($0.environment, request.provider.environment)
        }
        guard !seen.isEmpty else { return .unknown }
        return seen.compactMap(\.familyID).first.map { .member($0) } ?? .outsider
    }
}

extension TokenRequest {
    /// Whether there are families of apps at the provider, and the token is one that they share.
    var mayUseFamilyTokens: Bool {
        guard case .user = subject, case .authority(let authority) = provider else { return false }
        return authority.kind == .entra
    }
}
