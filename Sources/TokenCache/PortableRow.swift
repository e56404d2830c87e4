import JOSE
import OAuth

/// A row in the form of msal-python and under its key; fields that are unknown here stay.
struct PortableRow {
    let key: String
    private(set) var row: JSONObject
    /// Of two rows with one key the later one counts; seconds since 1970, 0 where rows have no time.
    let time: Int

    /// nil for a row that makes no sense.
    init?(_ row: JSONObject, of section: String) {
        switch section {
        case AccessTokenEntry.section:
            guard let entry = AccessTokenEntry(row) else { return nil }
            self.init(row.overlaid(by: entry.row), entry.key, entry.cachedAt)
        case RefreshTokenEntry.section:
            guard let entry = RefreshTokenEntry(row) else { return nil }
            self.init(row.overlaid(by: entry.row), entry.key, entry.modifiedAt)
        case IDTokenEntry.section:
            guard let entry = IDTokenEntry(row) else { return nil }
            self.init(row.overlaid(by: entry.row), entry.key, entry.issuedOn)
        case AccountEntry.section:
            guard let entry = AccountEntry(row) else { return nil }
            self.init(row.overlaid(by: entry.row), entry.key, 0)
        default:
            guard let entry = AppMetadataEntry(row) else { return nil }
            self.init(row, entry.key, 0)
        }
    }

    /// The provider, where its host alone, or an issuer, does not tell: `HOST:PORT/POLICY`.
    ///
    /// No member of MSAL's; the file's name tells it in the cache.
    var place: String? {
        get { row["place"]?.stringValue }
        set {
            let isTold = newValue.map { place in
                place.contains("://") || place == row["environment"]?.stringValue.map(KnownHosts.canonical)
            }
            row["place"] = isTold == false ? newValue.map { .string($0) } : nil
        }
    }

    private init(_ row: JSONObject, _ key: String, _ time: Int) {
        self.row = row
        self.key = key
        self.time = time
        // The libraries compare it as it stands.
        self.row["environment"] = (row["environment"]?.stringValue).map { .string($0.lowercased()) }
    }
}
