import JOSE
import OAuth

/// A row of the section `RefreshToken` in MSAL's unified cache schema.
struct RefreshTokenEntry {
    static let section = "RefreshToken"

    let secret: String
    let homeAccountID: String
    let environment: String
    let clientID: String
    /// Seconds since 1970; 0 where the writer did not say.
    let modifiedAt: Int
    private let scopes: Scopes
    /// The family of apps that may all use it; nil for one that only its own client may.
    let familyID: String?
    /// nil for one that was not got on behalf of someone.
    let onBehalf: OnBehalfTag?

    /// nil for a token that came without a refresh token.
    init?(_ token: AcquiredToken, for request: TokenRequest) {
        guard let secret = token.refreshToken, let account = token.account else { return nil }
        self.secret = secret
        homeAccountID = account.homeAccountID
        environment = request.provider.environment
        clientID = request.clientID
        modifiedAt = token.obtainedOn
        scopes = token.scopes
        familyID = token.familyID
        onBehalf = if case .onBehalf(let key) = request.subject { OnBehalfTag(key) } else { nil }
    }

    /// nil for a row that makes no sense.
    init?(_ row: JSONObject) {
        guard row["credential_type"]?.stringValue == Self.section, let secret = row["secret"]?.stringValue,
            TokenResponse.isToken(secret), let home = row["home_account_id"]?.stringValue, !home.isEmpty,
            let environment = row["environment"]?.stringValue, let clientID = row["client_id"]?.stringValue
        else { return nil }
        self.secret = secret
        homeAccountID = home
        self.environment = environment
        self.clientID = clientID
        modifiedAt = CachedTime.seconds(row["last_modification_time"]) ?? 0
        scopes = Scopes(row["target"]?.stringValue ?? "")
        familyID = row["family_id"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        onBehalf = OnBehalfTag(row)
    }

    var key: String {
        CacheKey.of(homeAccountID, environment, "refreshtoken", clientID, "", scopes.text) + (onBehalf?.suffix ?? "")
    }

    var row: JSONObject {
        var row: JSONObject = [
            "credential_type": .string("RefreshToken"), "secret": .string(secret),
            "home_account_id": .string(homeAccountID), "environment": .string(environment),
            "client_id": .string(clientID), "target": .string(scopes.text),
            "last_modification_time": .string(String(modifiedAt)),
        ]
        row["family_id"] = familyID.map { .string($0) }
        if let onBehalf { row.members += onBehalf.members }
        return row
    }

    /// Whether it is for the same person, client and assertion or session: of those, one row is kept.
    func isFor(_ other: RefreshTokenEntry) -> Bool {
        homeAccountID == other.homeAccountID && KnownHosts.areSame(environment, other.environment)
            && clientID == other.clientID
            && onBehalf == other.onBehalf
    }
}
