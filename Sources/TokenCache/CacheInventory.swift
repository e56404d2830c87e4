import JOSE
import OAuth
package import World

/// All that is in the cache, row by row.
package struct CacheInventory: Sendable {
    /// By file; within a file as they stand.
    package let rows: [CachedRow]

    /// Reads all files; what cannot be read stays where it is and is left out.
    ///
    /// - Parameter warn: is told what was left out, in lines for people.
    /// - Throws: when the folder cannot be used at all.
    package init(
        of store: any Store, clock: any WallClock, warn: @escaping @Sendable (String) -> Void
    ) throws(StoreError) {
        let folder = CacheFolder(store: store, clock: clock, warn: warn)
        let names = try store.names().filter(PartitionName.isLive).sorted()
        let files = names.compactMap { name in
            folder.readInPlace(Partition(fileName: name)).map { (name: name, content: $0) }
        }
        let accounts = files.flatMap(\.content.accounts).map(\.account).filter { !$0.username.isEmpty }
        let usernames = Dictionary(accounts.map { ($0.homeAccountID, $0.username) }) { first, _ in first }
        var rows: [CachedRow] = []
        for (name, content) in files {
            let issuers = Self.issuers(in: content)
            var unreadable = 0
            for section in CacheSection.allCases {
                for value in content.rows(of: section) {
                    let row = CachedRow(
                        value, in: section, of: name, issuer: { issuers[$0] }, username: { usernames[$0] })
                    if let row { rows.append(row) } else { unreadable += 1 }
                }
            }
            if unreadable > 0 {
                let what = unreadable == 1 ? "a row that makes" : "\(unreadable) rows that make"
                warn("left out: \(what) no sense in '\(store.directory)/\(name)'")
            }
        }
        self.rows = rows
    }

    /// Only rows of access tokens name the issuer.
    private static func issuers(in content: CacheFile) -> [String: String] {
        let named = content.accessTokens.compactMap { entry in
            entry.issuer.map { (CachedRow.origin(environment: entry.environment, clientID: entry.clientID), $0) }
        }
        return Dictionary(named) { first, _ in first }
    }
}
