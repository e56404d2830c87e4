import JOSE
import OAuth
package import World

/// All that the cache has in one file, as msal-python writes it.
package struct CacheExport {
    private let store: any Store
    private let folder: CacheFolder
    private let clock: any WallClock

    /// - Parameter warn: is told of each trouble, in a line for people.
    package init(of store: any Store, clock: any WallClock, warn: @escaping @Sendable (String) -> Void) {
        self.store = store
        folder = CacheFolder(store: store, clock: clock, warn: warn)
        self.clock = clock
    }

    /// The file's text, and how many tokens are in it.
    ///
    /// Tokens that were got on behalf of someone stay where they are: MSAL for Python would take them for those of
    /// people who signed in.
    ///
    /// - Parameters:
    ///   - clientID: only what is this app's.
    ///   - user: only what is this person's; by user name or home account id.
    /// - Throws: when the folder cannot be used at all; what is in single files that cannot is left out with a warning.
    package func content(clientID: String?, user: String?) throws(StoreError) -> (text: String, tokens: Int) {
        let names = try store.names().filter(Self.isExported).sorted()
        let files = names.compactMap { name in
            folder.readInPlace(Partition(fileName: name)).map { (name: PartitionName(name), content: $0) }
        }
        let homes = user.map { name in
            Set(files.flatMap(\.content.accounts).map(\.account).filter { $0.isNamed(name) }.map(\.homeAccountID))
        }
        var rows = PortableFile()
        for (name, content) in files {
            var file = content
            file.keep { (row: JSONObject) -> Bool in
                let isClients = clientID == nil || row["client_id"] == nil || row["client_id"]?.stringValue == clientID
                // Only accounts and what is known of apps is without a client or a person.
                let isPersons = homes?.contains(row["home_account_id"]?.stringValue ?? "") ?? true
                return isClients && (isPersons || row["credential_type"] == nil && row["home_account_id"] == nil)
            }
            file.removeWhatStopsPython(now: clock.now)
            for section in file.namesOfSections {
                for member in file.members(section) { rows.put(member, of: section, at: name.place) }
            }
        }
        var export = rows.content
        export.removeStrangers()
        let tokens = export.accessTokens.count + export.refreshTokens.count
        return (String(decoding: export.bytes, as: UTF8.self), tokens)
    }

    private static func isExported(_ name: String) -> Bool {
        name.hasSuffix(".json")
            && [Partition.Kind.app, Partition.Kind.user, Partition.Kind.accounts].contains { name.hasPrefix($0 + "@") }
    }
}
