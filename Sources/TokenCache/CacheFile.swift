import JOSE
import OAuth

/// The content of one cache file, in MSAL's unified schema; what this program does not know passes through unchanged.
struct CacheFile {
    var sections: JSONObject

    /// An empty file.
    init() { sections = JSONObject() }

    /// - Throws: `JSONError`, also when the text is JSON but no cache.
    init(parsing bytes: [UInt8]) throws(JSONError) {
        guard case .object(let sections) = try JSON(parsing: bytes) else {
            throw JSONError(reason: "not a JSON object", offset: 0)
        }
        for member in sections.members where Self.sectionNames.contains(member.name.value) {
            guard member.value.objectValue != nil else {
                throw JSONError(reason: "the section \(member.name.value) is no object", offset: 0)
            }
        }
        self.sections = sections
    }

    var bytes: [UInt8] { Array(JSON.object(sections).compact.utf8) }

    // The rows that can be read; the others stay in the file.
    var accessTokens: [AccessTokenEntry] { read(AccessTokenEntry.section, AccessTokenEntry.init) }
    var refreshTokens: [RefreshTokenEntry] { read(RefreshTokenEntry.section, RefreshTokenEntry.init) }
    var idTokens: [IDTokenEntry] { read(IDTokenEntry.section, IDTokenEntry.init) }
    var accounts: [AccountEntry] { read(AccountEntry.section, AccountEntry.init) }
    var apps: [AppMetadataEntry] { read(AppMetadataEntry.section, AppMetadataEntry.init) }

    /// Puts a token and all that came with it in, and takes out what it replaces and what has expired.
    mutating func insert(_ token: AcquiredToken, for request: TokenRequest, now: Int) {
        let entry = AccessTokenEntry(token, for: request)
        update(AccessTokenEntry.section) { rows in
            rows.remove { row in
                guard let old = AccessTokenEntry(row) else { return Self.isExpiredExtension(row, now: now) }
                return old.expiresOn <= now || old.isReplaced(by: entry)
            }
            rows[entry.key] = .object(entry.row)
        }
        if let refreshToken = RefreshTokenEntry(token, for: request) {
            update(RefreshTokenEntry.section) { rows in
                rows.remove { RefreshTokenEntry($0)?.isFor(refreshToken) ?? false }
                rows[refreshToken.key] = .object(refreshToken.row)
            }
        }
        if let idToken = IDTokenEntry(token, for: request) {
            update(IDTokenEntry.section) { rows in
                rows.remove { IDTokenEntry($0)?.isFor(idToken) ?? false }
                rows[idToken.key] = .object(idToken.row)
            }
        }
        if let account = token.account { insert(AccountEntry(account, for: request)) }
        insertAppMetadata(environment: entry.environment, clientID: entry.clientID, familyID: token.familyID)
    }

    /// What other libraries keep in an account's row beside stays in it.
    mutating func insert(_ account: AccountEntry) {
        update(AccountEntry.section) { rows in
            let old = rows.members.compactMap(\.value.objectValue).last { AccountEntry($0)?.isFor(account) ?? false }
            rows.remove { AccountEntry($0)?.isFor(account) ?? false }
            rows[account.key] = .object((old ?? JSONObject()).overlaid(by: account.row))
        }
    }

    /// Whether it is a row of MSAL.NET's at which msal-python stops working once it has expired.
    private static func isExpiredExtension(_ row: JSONObject, now: Int) -> Bool {
        row["credential_type"]?.stringValue == "ATExt"
            && CachedTime.seconds(row["expires_on"]).map { $0 <= now } ?? false
    }

    mutating func removeAccount(_ homeAccountID: String) {
        update(AccountEntry.section) { rows in
            rows.remove { AccountEntry($0)?.account.homeAccountID == homeAccountID }
        }
    }

    mutating func removeRefreshToken(_ secret: String) {
        update(RefreshTokenEntry.section) { rows in rows.remove { RefreshTokenEntry($0)?.secret == secret } }
    }

    /// MSAL's note that this app has been seen; what an existing row says beside is left alone.
    private mutating func insertAppMetadata(environment: String, clientID: String, familyID: String?) {
        let entry = AppMetadataEntry(environment: environment, clientID: clientID, familyID: familyID)
        update(AppMetadataEntry.section) { rows in
            var row = rows[entry.key]?.objectValue ?? entry.row
            if let familyID { row["family_id"] = .string(familyID) }
            rows[entry.key] = .object(row)
        }
    }

    /// Notes that the request's client belongs to no family of apps.
    mutating func insertOutsider(_ request: TokenRequest) {
        let entry = AppMetadataEntry(
            environment: request.provider.environment, clientID: request.clientID, familyID: nil)
        update(AppMetadataEntry.section) { rows in
            rows.remove { row in
                guard let old = AppMetadataEntry(row) else { return false }
                return old.clientID == entry.clientID && KnownHosts.areSame(old.environment, entry.environment)
            }
            rows[entry.key] = .object(entry.row)
        }
    }

    /// The rows of a section with their names, whatever they are.
    func members(_ section: String) -> [JSONObject.Member] { sections[section]?.objectValue?.members ?? [] }

    private func read<Entry>(_ section: String, _ entry: (JSONObject) -> Entry?) -> [Entry] {
        members(section).compactMap { $0.value.objectValue.flatMap(entry) }
    }

    mutating func update(_ section: String, _ change: (inout JSONObject) -> Void) {
        var rows = sections[section]?.objectValue ?? JSONObject()
        change(&rows)
        sections[section] = .object(rows)
    }

    static let sectionNames = [
        AccessTokenEntry.section, RefreshTokenEntry.section, IDTokenEntry.section, AccountEntry.section,
        AppMetadataEntry.section,
    ]
}

extension JSONObject {
    /// Takes out the rows of which `isUnwanted` holds.
    mutating func remove(_ isUnwanted: (JSONObject) -> Bool) {
        members.removeAll { $0.value.objectValue.map(isUnwanted) ?? false }
    }

    /// The same object with other values for some members, and more members.
    func overlaid(by other: JSONObject) -> JSONObject {
        var result = self
        for member in other.members { result[member.name.value] = member.value }
        return result
    }
}
