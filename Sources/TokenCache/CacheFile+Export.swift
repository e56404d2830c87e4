import JOSE
import OAuth

/// What a file for other programs needs besides its rows in their form.
extension CacheFile {
    /// Whether there is anything in it that makes it a cache, or nothing at all.
    var isCache: Bool {
        sections.members.isEmpty || sections.members.contains { Self.sectionNames.contains($0.name.value) }
    }

    /// The names of all sections that have rows, also of those that are unknown here.
    var namesOfSections: [String] {
        sections.members.filter { $0.value.objectValue != nil }.map(\.name.value)
    }

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
        for section in Self.sectionNames where sections[section] != nil {
            update(section) { rows in rows.members.removeAll { $0.value.objectValue == nil } }
        }
        update(AccessTokenEntry.section) { rows in
            rows.remove { row in
                row["credential_type"]?.stringValue != AccessTokenEntry.section
                    || (CachedTime.seconds(row["expires_on"]) ?? 0) <= now
                    || row["refresh_on"].map { CachedTime.seconds($0) == nil } ?? false
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
}
