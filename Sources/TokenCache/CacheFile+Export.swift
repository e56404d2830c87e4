import JOSE
import OAuth

/// What a file for other programs needs besides its rows in their form.
extension CacheFile {
    /// Whether there is anything in it that makes it a cache, or nothing at all.
    var isCache: Bool {
        sections.members.isEmpty || sections.members.contains { Self.sectionNames.contains($0.name.value) }
    }

    /// The rows of a section with their names, whatever they are.
    func members(_ section: String) -> [JSONObject.Member] { sections[section]?.objectValue?.members ?? [] }

    /// Takes out the rows of which `isWanted` does not hold.
    mutating func keep(where isWanted: (JSONObject) -> Bool) {
        for section in Self.sectionNames where sections[section] != nil {
            update(section) { rows in rows.remove { !isWanted($0) } }
        }
    }

    /// Takes out access tokens that have expired, and those over which msal-python falls when it looks for such.
    ///
    /// - Parameter now: seconds since 1970.
    mutating func removeWhatStopsPython(now: Int) {
        update(AccessTokenEntry.section) { rows in
            rows.remove { row in
                row["credential_type"]?.stringValue != AccessTokenEntry.section
                    || (CachedTime.seconds(row["expires_on"]) ?? 0) <= now
            }
        }
    }

    /// Brings in what is not understood: rows by their names, and whole sections.
    mutating func mergeUnknown(_ other: CacheFile) {
        for section in other.sections.members {
            let name = section.name.value
            let isKnown = Self.sectionNames.contains(name)
            guard let rows = section.value.objectValue else {
                if !isKnown { sections[name] = section.value }
                continue
            }
            for row in rows.members {
                if isKnown, row.value.objectValue.map({ Self.isRead($0, name) }) ?? true { continue }
                update(name) { $0[row.name.value] = row.value }
            }
        }
    }

    /// Takes out the accounts that have nothing here.
    mutating func removeStrangers() {
        let homes = Set(
            accessTokens.compactMap(\.homeAccountID) + refreshTokens.map(\.homeAccountID)
                + idTokens.map(\.homeAccountID))
        update(AccountEntry.section) { rows in
            rows.remove { row in AccountEntry(row).map { !homes.contains($0.account.homeAccountID) } ?? false }
        }
    }

    /// Whether merging the section takes care of a row.
    private static func isRead(_ row: JSONObject, _ section: String) -> Bool {
        switch section {
        case AccessTokenEntry.section: AccessTokenEntry(row) != nil
        case RefreshTokenEntry.section: RefreshTokenEntry(row) != nil
        case IDTokenEntry.section: IDTokenEntry(row) != nil
        case AccountEntry.section: AccountEntry(row) != nil
        default: AppMetadataEntry(row) != nil
        }
    }
}
