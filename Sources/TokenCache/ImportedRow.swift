import JOSE
import OAuth

/// A row of another program's cache file, as far as its place in this program's cache depends on it.
struct ImportedRow {
    /// Why a row has no place here.
    enum Obstacle: String, CaseIterable {
        case expired = "it has expired"
        case onBehalf = "it is of a user's call of an API, and nobody can tell which"
        case special = "it is bound to a key or to more than scopes"
        case garbage = "it makes no sense"
        case policy = "it is of B2C, and nobody can tell of which policy: give --authority"
        case nobody = "it is of an account without tokens"
    }

    /// That a row has no place.
    struct Refusal: Error {
        let obstacle: Obstacle

        init(_ obstacle: Obstacle) { self.obstacle = obstacle }
    }

    let environment: String
    let clientID: String
    /// nil for an app's own token.
    let homeAccountID: String?
    let realm: String
    /// nil for a row of Entra's, and where the row does not tell.
    let issuer: String?

    /// The provider's place among this program's files, where the row is from there.
    private(set) var place: [String]?

    /// - Parameters:
    ///   - section: one whose rows are a client's.
    ///   - now: seconds since 1970.
    init(_ value: JSON, of section: String, now: Int) throws(Refusal) {
        guard let row = value.objectValue else { throw Refusal(.garbage) }
        guard OnBehalfTag(row) == nil else { throw Refusal(.onBehalf) }
        switch section {
        case AccessTokenEntry.section: try self.init(accessToken: row, now: now)
        case RefreshTokenEntry.section:
            guard let entry = RefreshTokenEntry(row) else { throw Refusal(.garbage) }
            self.init(entry.environment, entry.clientID, entry.homeAccountID)
        default:
            guard let entry = IDTokenEntry(row) else { throw Refusal(.garbage) }
            self.init(entry.environment, entry.clientID, entry.homeAccountID)
        }
        place = Self.place(row["place"]?.stringValue ?? "", at: environment)
    }

    /// What an export says of a row's place; nil for what is no place at the row's host.
    private static func place(_ text: String, at host: String) -> [String]? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let name = parts[0].prefix { $0 != ":" }
        guard parts.count <= 2, !parts.contains(""), text == text.lowercased(),
            KnownHosts.areSame(String(name), host)
        else { return nil }
        return parts
    }

    private init(accessToken row: JSONObject, now: Int) throws(Refusal) {
        guard let entry = AccessTokenEntry(row), entry.tokenType.lowercased() == "bearer" else {
            let isWhole = row["secret"]?.stringValue != nil && CachedTime.seconds(row["expires_on"]) != nil
            throw Refusal(isWhole ? .special : .garbage)
        }
        guard entry.expiresOn > now else { throw Refusal(.expired) }
        self.init(entry.environment, entry.clientID, entry.homeAccountID, realm: entry.realm, issuer: entry.issuer)
    }

    private init(
        _ environment: String, _ clientID: String, _ homeAccountID: String?, realm: String = "", issuer: String? = nil
    ) {
        self.environment = environment
        self.clientID = clientID
        self.homeAccountID = homeAccountID
        self.realm = realm
        self.issuer = issuer
    }
}
