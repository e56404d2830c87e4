import JOSE
import OAuth

/// What came of bringing rows of one file into another.
struct MergeCount {
    /// Rows that are in it now.
    var taken = 0
    /// Rows that stayed out, as what was there is as new or newer.
    var older = 0
}

/// Rows that other programs wrote, brought in as msal-python would have written them.
extension CacheFile {
    /// Brings in all rows that can be read, unless what is here is as new.
    @discardableResult
    mutating func merge(_ other: CacheFile) -> MergeCount {
        var count = MergeCount()
        merge(other, AccessTokenEntry.section, accessTokens, AccessTokenEntry.init, &count) { new, old in
            new.isReplaced(by: old) && (old.cachedAt, old.expiresOn) >= (new.cachedAt, new.expiresOn)
        } isReplaced: { old, new in
            old.isReplaced(by: new) && old.cachedAt <= new.cachedAt
        }
        merge(other, RefreshTokenEntry.section, refreshTokens, RefreshTokenEntry.init, &count) { new, old in
            // Where neither tells its time, what is brought in is meant.
            new.isFor(old)
                && (new.modifiedAt < old.modifiedAt || new.modifiedAt == old.modifiedAt && new.secret == old.secret)
        } isReplaced: { old, new in
            old.isFor(new)
        }
        merge(other, IDTokenEntry.section, idTokens, IDTokenEntry.init, &count) { new, old in
            new.isFor(old) && new.issuedOn <= old.issuedOn
        } isReplaced: { old, new in
            old.isFor(new)
        }
        // Accounts have no time: what is known stays.
        merge(other, AccountEntry.section, accounts, AccountEntry.init, &count) { new, old in
            new.isFor(old)
        } isReplaced: { old, new in
            old.isFor(new)
        }
        for row in other.rows(AppMetadataEntry.section) { merge(app: row) }
        return count
    }

    /// - Parameters:
    ///   - known: the section's rows here.
    ///   - isOlder: whether the first row is of no use beside the second.
    ///   - isReplaced: whether the first row, which is here, is of no use beside the second.
    private mutating func merge<Entry>(
        _ other: CacheFile, _ section: String, _ known: [Entry], _ entry: (JSONObject) -> Entry?,
        _ count: inout MergeCount, isOlder: (Entry, Entry) -> Bool, isReplaced: (Entry, Entry) -> Bool
    ) {
        var known = known
        for row in other.rows(section) {
            guard let new = entry(row), let portable = PortableRow(row, of: section) else { continue }
            guard !known.contains(where: { isOlder(new, $0) }) else {
                count.older += 1
                continue
            }
            let isReplacing = known.contains { isReplaced($0, new) }
            update(section) { rows in
                if isReplacing { rows.remove { entry($0).map { isReplaced($0, new) } ?? false } }
                rows[portable.key] = .object(portable.row)
            }
            known.removeAll { isReplaced($0, new) }
            known.append(new)
            count.taken += 1
        }
    }

    /// What is known of an app beside what the row says stays.
    private mutating func merge(app row: JSONObject) {
        guard let new = PortableRow(row, of: AppMetadataEntry.section) else { return }
        update(AppMetadataEntry.section) { rows in
            rows[new.key] = .object((rows[new.key]?.objectValue ?? JSONObject()).overlaid(by: new.row))
        }
    }

    /// The rows of a section that are objects.
    private func rows(_ section: String) -> [JSONObject] { members(section).compactMap(\.value.objectValue) }
}
