import JOSE
import OAuth

/// What came of bringing rows of one file into another.
struct MergeCount: Equatable {
    /// Rows that are in it now.
    var taken = 0
    /// Rows that stayed out, as what was there is as new or newer.
    var older = 0

    static func += (left: inout MergeCount, right: MergeCount) {
        left.taken += right.taken
        left.older += right.older
    }

    fileprivate mutating func add(_ isTaken: Bool) { if isTaken { taken += 1 } else { older += 1 } }
}

/// Rows that other programs wrote, in the form and under the keys of msal-python; fields that are unknown here stay.
extension CacheFile {
    /// Brings in all rows that can be read, unless what is here is as new.
    @discardableResult
    mutating func merge(_ other: CacheFile) -> MergeCount {
        var count = MergeCount()
        for row in other.rows(AccessTokenEntry.section) { count.add(merge(accessToken: row)) }
        for row in other.rows(RefreshTokenEntry.section) { count.add(merge(refreshToken: row)) }
        for row in other.rows(IDTokenEntry.section) { count.add(merge(idToken: row)) }
        for row in other.rows(AccountEntry.section) { count.add(merge(account: row)) }
        for row in other.rows(AppMetadataEntry.section) { _ = merge(app: row) }
        return count
    }

    /// The rows of a section that are objects.
    func rows(_ section: String) -> [JSONObject] {
        sections[section]?.objectValue?.members.compactMap(\.value.objectValue) ?? []
    }

    /// - Returns: whether it was taken, here as below.
    mutating func merge(accessToken row: JSONObject) -> Bool {
        guard let new = AccessTokenEntry(row) else { return false }
        let isKnown = accessTokens.contains { old in
            new.isReplaced(by: old) && (old.cachedAt, old.expiresOn) >= (new.cachedAt, new.expiresOn)
        }
        guard !isKnown else { return false }
        put(row.overlaid(by: new.row), new.key, AccessTokenEntry.section) { old in
            AccessTokenEntry(old).map { $0.isReplaced(by: new) && $0.cachedAt <= new.cachedAt } ?? false
        }
        return true
    }

    mutating func merge(refreshToken row: JSONObject) -> Bool {
        guard let new = RefreshTokenEntry(row),
            !refreshTokens.contains(where: { $0.isFor(new) && $0.modifiedAt >= new.modifiedAt })
        else { return false }
        put(row.overlaid(by: new.row), new.key, RefreshTokenEntry.section) {
            RefreshTokenEntry($0)?.isFor(new) ?? false
        }
        return true
    }

    mutating func merge(idToken row: JSONObject) -> Bool {
        guard let new = IDTokenEntry(row),
            !idTokens.contains(where: { $0.isFor(new) && $0.issuedOn >= new.issuedOn })
        else { return false }
        put(row.overlaid(by: new.row), new.key, IDTokenEntry.section) { IDTokenEntry($0)?.isFor(new) ?? false }
        return true
    }

    /// Accounts have no time; of two that differ the known one is right.
    mutating func merge(account row: JSONObject) -> Bool {
        guard let new = AccountEntry(row) else { return false }
        let old = rows(AccountEntry.section).last { AccountEntry($0)?.isFor(new) ?? false }
        let merged = row.overlaid(by: new.row).overlaid(by: old ?? JSONObject())
        put(merged, new.key, AccountEntry.section) { AccountEntry($0)?.isFor(new) ?? false }
        return old == nil
    }

    mutating func merge(app row: JSONObject) -> Bool {
        guard let new = AppMetadataEntry(row) else { return false }
        let old = sections[AppMetadataEntry.section]?[new.key]?.objectValue
        put((old ?? JSONObject()).overlaid(by: row), new.key, AppMetadataEntry.section) { _ in false }
        return old == nil
    }

    private mutating func put(
        _ row: JSONObject, _ key: String, _ section: String, replacing isReplaced: (JSONObject) -> Bool
    ) {
        var row = row
        // The libraries compare it as it stands.
        row["environment"] = (row["environment"]?.stringValue).map { .string($0.lowercased()) }
        update(section) { rows in
            rows.remove(isReplaced)
            rows[key] = .object(row)
        }
    }
}
