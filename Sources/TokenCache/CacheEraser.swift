import JOSE
package import World

/// Takes tokens out of the cache, whether they are still good or not.
package struct CacheEraser {
    private let store: any Store
    private let keys: any Store
    private let files: CacheFolder
    private let warn: @Sendable (String) -> Void

    /// - Parameters:
    ///   - keys: the folder of the keys that issuers have published.
    ///   - warn: is told of each trouble, in a line for people.
    package init(
        of store: any Store, keys: any Store, clock: any WallClock, warn: @escaping @Sendable (String) -> Void
    ) {
        self.store = store
        self.keys = keys
        files = CacheFolder(store: store, clock: clock, warn: warn)
        self.warn = warn
    }

    /// Takes away all files that are the cache's own, with the leftovers; what else is in the folder stays.
    ///
    /// - Returns: whether all are gone.
    /// - Throws: when the folder cannot be used at all.
    package func eraseAll() throws(StoreError) -> Bool {
        let isCacheEmpty = try erase(store) { files.remove(Partition(fileName: $0)) }
        let areKeysGone = try erase(keys, removeKeys)
        return isCacheEmpty && areKeysGone
    }

    private func removeKeys(_ name: String) -> Bool {
        do {
            try keys.remove(name)
            return true
        } catch {
            warn("the keys cannot be removed: \(error.message)")
            return false
        }
    }

    private func erase(_ store: any Store, _ remove: (String) -> Bool) throws(StoreError) -> Bool {
        // A folder that is not ours is refused here.
        _ = try store.names()
        var isDone = true
        let items = try store.listing()?.items ?? []
        // Until the last sealed file is gone, nobody may write plain ones.
        let ordered =
            items.filter { $0.name != EncryptionMark.fileName }
            + items.filter { $0.name == EncryptionMark.fileName }
        for item in ordered where item.name != store.lockFileName {
            // Without files there is nothing that a key would be for.
            let isOurs =
                PartitionName.isLive(item.name) || CacheLitter(item.name) != nil
                || item.name == EncryptionMark.fileName
            guard item.kind != .folder, isOurs else {
                warn("'\(store.directory)/\(item.name)' is no file of the cache: it stays")
                continue
            }
            isDone = remove(item.name) && isDone
        }
        store.removeLockFile()
        return isDone
    }

    /// Takes out all tokens of one app, and the accounts that have none left.
    ///
    /// - Returns: whether all are gone.
    /// - Throws: when the folder cannot be used at all.
    package func erase(clientID: String) throws(StoreError) -> Bool {
        var isDone = true
        for name in try store.names().filter(PartitionName.isLive).sorted() {
            isDone = erase(clientID: clientID, from: name) && isDone
        }
        for item in try store.listing()?.items ?? [] where item.kind != .folder && CacheLitter(item.name) != nil {
            guard PartitionName(CacheLitter.original(item.name)).clientID == clientID else { continue }
            isDone = files.remove(Partition(fileName: item.name)) && isDone
        }
        return isDone
    }

    private func erase(clientID: String, from name: String) -> Bool {
        let partition = Partition(fileName: name)
        let isNamed = PartitionName(name).clientID == clientID
        if isNamed, AccountIndexName(name) != nil { return files.remove(partition) }
        guard var file = files.readInPlace(partition) else { return isNamed ? files.remove(partition) : true }
        let isIndex = AccountIndexName(name) != nil
        guard file.removeRows(ofClient: clientID, isIndex: isIndex) || isNamed else { return true }
        return files.revise(partition) { file in
            let isChanged = file.removeRows(ofClient: clientID, isIndex: isIndex)
            if file.isEmpty { return .remove }
            return isChanged ? .replace : .leave
        }
    }
}

extension CacheFile {
    /// Takes out an app's tokens, and what only went with them; says whether there were any.
    fileprivate mutating func removeRows(ofClient clientID: String, isIndex: Bool) -> Bool {
        var count = 0
        for section in CacheSection.allCases where section.hasSecrets {
            count += removeRows(of: section) { $0["client_id"]?.stringValue == clientID }
        }
        guard count > 0 else { return false }
        update(AppMetadataEntry.section) { rows in rows.remove { $0["client_id"]?.stringValue == clientID } }
        // Nothing has expired at the beginning of time: only what goes with no token is taken out.
        _ = prune(now: 0, isIndex: isIndex)
        return true
    }
}
