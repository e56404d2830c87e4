package import OAuth
package import World

/// Someone who has signed in, to which client, and where.
package struct SignedInAccount: Sendable {
    package let account: Account
    package let clientID: String
    /// The provider's host, with what tells it from others there (`HOST:PORT/POLICY`), or its issuer identifier.
    package let provider: String
    fileprivate let index: Partition
    fileprivate let file: Partition
}

/// Everyone who has signed in, whatever the client and the provider.
package struct AccountDirectory {
    private let files: CacheFolder

    /// - Parameter warn: is told of each trouble, in a line for people.
    package init(store: any Store, clock: any WallClock, warn: @escaping @Sendable (String) -> Void) {
        files = CacheFolder(store: store, clock: clock, warn: warn)
    }

    package func accounts() -> [SignedInAccount] {
        files.names().compactMap(AccountIndexName.init).flatMap { name in
            (files.read(name.index)?.accounts ?? []).map { entry in
                SignedInAccount(
                    account: entry.account, clientID: name.clientID, provider: name.provider, index: name.index,
                    file: name.file(of: entry.account))
            }
        }
    }

    /// The account's refresh tokens.
    package func refreshTokens(of signedIn: SignedInAccount) -> [Secret] {
        files.read(signedIn.file)?.refreshTokens.map { Secret($0.secret) } ?? []
    }

    /// Takes an account and all its tokens out of the cache.
    package func remove(_ signedIn: SignedInAccount) {
        files.remove(signedIn.file)
        files.update(signedIn.index) { $0.removeAccount(signedIn.account.homeAccountID) }
        if files.read(signedIn.index)?.accounts.isEmpty == true { files.remove(signedIn.index) }
    }
}
