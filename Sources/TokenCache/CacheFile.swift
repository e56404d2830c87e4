import JOSE

/// The content of one cache file, in MSAL's unified schema; what this program does not know passes through unchanged.
struct CacheFile {
    private var sections: JSONObject

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

    /// The rows that can be read; the others stay in the file.
    var accessTokens: [AccessTokenEntry] {
        rows(AccessTokenEntry.section).members.compactMap { $0.value.objectValue.flatMap(AccessTokenEntry.init) }
    }

    /// Puts a token in, and takes out those that it replaces and those that have expired.
    mutating func insert(_ entry: AccessTokenEntry, now: Int) {
        var rows = rows(AccessTokenEntry.section)
        rows.members.removeAll { member in
            guard let old = member.value.objectValue.flatMap(AccessTokenEntry.init) else { return false }
            return old.expiresOn <= now || old.isReplaced(by: entry)
        }
        rows[entry.key] = .object(entry.row)
        sections[AccessTokenEntry.section] = .object(rows)
        insertAppMetadata(environment: entry.environment, clientID: entry.clientID)
    }

    /// MSAL's note that this app has been seen; an existing row may say more and is left alone.
    private mutating func insertAppMetadata(environment: String, clientID: String) {
        var rows = rows("AppMetadata")
        let key = "appmetadata-\(environment)-\(clientID)"
        guard rows[key] == nil else { return }
        rows[key] = .object(["client_id": .string(clientID), "environment": .string(environment)])
        sections["AppMetadata"] = .object(rows)
    }

    private func rows(_ section: String) -> JSONObject { sections[section]?.objectValue ?? JSONObject() }

    private static let sectionNames = ["AccessToken", "RefreshToken", "IdToken", "Account", "AppMetadata"]
}
