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

    /// Puts a token and all that came with it in, and takes out what it replaces and what has expired.
    mutating func insert(_ token: AcquiredToken, for request: TokenRequest, now: Int) {
        let entry = AccessTokenEntry(token, for: request)
        update(AccessTokenEntry.section) { rows in
            rows.remove { row in
                guard let old = AccessTokenEntry(row) else { return false }
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
            update(IDTokenEntry.section) { $0[idToken.key] = .object(idToken.row) }
        }
        if let account = token.account { insert(AccountEntry(account, for: request)) }
        insertAppMetadata(environment: entry.environment, clientID: entry.clientID, familyID: token.familyID)
    }

    mutating func insert(_ account: AccountEntry) {
        update(AccountEntry.section) { $0[account.key] = .object(account.row) }
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
        update("AppMetadata") { rows in
            let key = "appmetadata-\(environment)-\(clientID)"
            var row = rows[key]?.objectValue ?? ["client_id": .string(clientID), "environment": .string(environment)]
            if let familyID { row["family_id"] = .string(familyID) }
            rows[key] = .object(row)
        }
    }

    private func read<Entry>(_ section: String, _ entry: (JSONObject) -> Entry?) -> [Entry] {
        (sections[section]?.objectValue ?? JSONObject()).members.compactMap { $0.value.objectValue.flatMap(entry) }
    }

    mutating func update(_ section: String, _ change: (inout JSONObject) -> Void) {
        var rows = sections[section]?.objectValue ?? JSONObject()
        change(&rows)
        sections[section] = .object(rows)
    }

    private static let sectionNames = ["AccessToken", "RefreshToken", "IdToken", "Account", "AppMetadata"]
}

extension JSONObject {
    /// Takes out the rows of which `isUnwanted` holds.
    mutating func remove(_ isUnwanted: (JSONObject) -> Bool) {
        members.removeAll { $0.value.objectValue.map(isUnwanted) ?? false }
    }
}
