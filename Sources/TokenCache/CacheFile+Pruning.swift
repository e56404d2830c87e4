import JOSE
import OAuth

/// How many rows of which kind were taken out of a file.
struct PrunedRows {
    var accessTokens = 0
    var idTokens = 0
    var accounts = 0

    var isNothing: Bool { accessTokens + idTokens + accounts == 0 }

    /// "2 expired access tokens, 1 account without tokens".
    var words: String {
        let parts = [
            (accessTokens, "expired access token", ""), (idTokens, "id token", ""),
            (accounts, "account", " without tokens"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0) \($1)\($0 == 1 ? "" : "s")\($2)" }.joined(separator: ", ")
    }
}

extension CacheFile {
    /// Takes out what has expired, and the id tokens and accounts that no token goes with any more.
    ///
    /// Refresh tokens stay, and so does what only another library can read.
    ///
    /// - Parameter isIndex: whether the accounts' tokens are in other files; then they are left to whoever knows those.
    mutating func prune(now: Int, isIndex: Bool) -> PrunedRows {
        var pruned = PrunedRows()
        pruned.accessTokens = removeRows(of: .accessToken) { row in
            AccessTokenEntry(row).map { $0.expiresOn <= now } ?? false
        }
        let owners = tokenOwners
        pruned.idTokens = removeRows(of: .idToken) { row in
            IDTokenEntry(row).map { !owners.contains($0.homeAccountID) } ?? false
        }
        if !isIndex {
            pruned.accounts = removeRows(of: .account) { row in
                AccountEntry(row).map { !owners.contains($0.account.homeAccountID) } ?? false
            }
        }
        return pruned
    }

    /// The home account ids of all who have an access token or a refresh token here.
    var tokenOwners: Set<String> {
        Set((rows(of: .accessToken) + rows(of: .refreshToken)).compactMap { $0["home_account_id"]?.stringValue })
    }
}
