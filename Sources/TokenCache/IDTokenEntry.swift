import JOSE
import OAuth

/// A row of the section `IdToken` in MSAL's unified cache schema.
struct IDTokenEntry {
    static let section = "IdToken"

    let secret: String
    let homeAccountID: String
    let realm: String
    let environment: String
    let clientID: String

    /// nil for a token that came without an id token.
    init?(_ token: AcquiredToken, for request: TokenRequest) {
        guard let secret = token.idToken, let account = token.account else { return nil }
        self.secret = secret
        homeAccountID = account.homeAccountID
        realm = token.realm
        environment = request.provider.environment
        clientID = request.clientID
    }

    /// nil for a row that makes no sense.
    init?(_ row: JSONObject) {
        // MSAL for Go writes it in other letters.
        guard row["credential_type"]?.stringValue?.lowercased() == "idtoken", let secret = row["secret"]?.stringValue,
            let home = row["home_account_id"]?.stringValue, let environment = row["environment"]?.stringValue,
            let clientID = row["client_id"]?.stringValue
        else { return nil }
        self.secret = secret
        homeAccountID = home
        realm = row["realm"]?.stringValue ?? ""
        self.environment = environment
        self.clientID = clientID
    }

    /// Seconds since 1970; 0 where the token does not say.
    var issuedOn: Int { (try? TokenClaims(of: secret))?.time("iat") ?? 0 }

    /// Whether it tells of the same person, at the same client and tenant: of those, one row is kept.
    func isFor(_ other: IDTokenEntry) -> Bool {
        homeAccountID == other.homeAccountID && realm == other.realm && clientID == other.clientID
            && KnownHosts.areSame(environment, other.environment)
    }

    var key: String { CacheKey.of(homeAccountID, environment, "idtoken", clientID, realm, "") }

    var row: JSONObject {
        [
            "credential_type": .string("IdToken"), "secret": .string(secret),
            "home_account_id": .string(homeAccountID), "environment": .string(environment),
            "realm": .string(realm), "client_id": .string(clientID),
        ]
    }
}
