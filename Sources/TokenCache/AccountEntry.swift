import JOSE
import OAuth

/// A row of the section `Account` in MSAL's unified cache schema.
struct AccountEntry {
    static let section = "Account"
    /// The members of a row that a person may be called by.
    static let nameMembers = ["username", "home_account_id"]

    let account: Account
    let environment: String
    private let authorityType: String

    init(_ account: Account, for request: TokenRequest) {
        self.account = account
        environment = request.provider.environment
        authorityType =
            if case .authority(let authority) = request.provider, authority.isADFS { "ADFS" } else { "MSSTS" }
    }

    /// nil for a row without what an account must have.
    init?(_ row: JSONObject) {
        guard let home = row["home_account_id"]?.stringValue, !home.isEmpty,
            let environment = row["environment"]?.stringValue
        else { return nil }
        account = Account(
            homeAccountID: home, localAccountID: row["local_account_id"]?.stringValue ?? "",
            username: row["username"]?.stringValue.flatMap { $0 == Self.noUsername ? nil : $0 } ?? "",
            realm: row["realm"]?.stringValue ?? "")
        self.environment = environment
        authorityType = row["authority_type"]?.stringValue ?? "MSSTS"
    }

    /// What MSAL.NET writes where the provider does not tell the user's name.
    private static let noUsername = "Missing from the token response"

    /// Whether it was AD FS, and not Entra, that the person signed in to.
    var isOfADFS: Bool { authorityType == "ADFS" }

    /// Whether it is the same person in the same tenant: of those, one row is kept.
    func isFor(_ other: AccountEntry) -> Bool {
        account.homeAccountID == other.account.homeAccountID && account.realm == other.account.realm
            && KnownHosts.areSame(environment, other.environment)
    }

    var key: String { CacheKey.of(account.homeAccountID, environment, account.realm) }

    var row: JSONObject {
        [
            "home_account_id": .string(account.homeAccountID), "environment": .string(environment),
            "realm": .string(account.realm), "local_account_id": .string(account.localAccountID),
            "username": .string(account.username), "authority_type": .string(authorityType),
        ]
    }
}
