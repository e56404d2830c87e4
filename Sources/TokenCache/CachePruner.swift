import OAuth
package import World

/// Takes out of the cache what is of no more use: what has expired, what only went with it, and litter.
///
/// A refresh token is never taken out: only its provider knows how long it lives.
package struct CachePruner {
    /// Something that was taken out.
    package struct Removal: Sendable {
        package let fileName: String
        /// "1 expired access token, and the file: no token is left in it".
        package let words: String
    }

    /// What came of it.
    package struct Result: Sendable {
        package let removals: [Removal]
        /// Whether nothing stayed that should have gone.
        package let isComplete: Bool
    }

    private let store: any Store
    private let keys: any Store
    private let clock: any WallClock
    private let warn: @Sendable (String) -> Void
    /// Whether nothing is done but to say what would be.
    private let isTrial: Bool
    private var isComplete = true

    /// - Parameters:
    ///   - keys: the folder of the keys that issuers have published.
    ///   - warn: is told of each trouble, in a line for people.
    package init(
        of store: any Store, keys: any Store, clock: any WallClock, isTrial: Bool,
        warn: @escaping @Sendable (String) -> Void
    ) {
        self.store = store
        self.keys = keys
        self.clock = clock
        self.isTrial = isTrial
        self.warn = warn
    }

    /// - Throws: when the folder cannot be used at all; single files only warn.
    package mutating func prune() throws(StoreError) -> Result {
        let files = CacheFolder(store: store, clock: clock, warn: warn)
        let names = try store.names().filter(PartitionName.isLive).sorted()
        let indexes = names.compactMap(AccountIndexName.init)
        var removals: [Removal] = []
        // The name of an index that was too long does not tell where its accounts' tokens are: it stays.
        for name in names where PartitionName(name).kind != .accounts { removals += prune(name, in: files) }
        for index in indexes where PartitionName(index.index.fileName).clientID != nil {
            removals += prune(index, in: files)
        }
        removals += try sweep(store, Self.ageOfLitter) + sweep(keys, Self.ageOfKeys)
        if !isTrial { store.removeLockFile() }
        return Result(removals: removals, isComplete: isComplete)
    }

    private mutating func prune(_ name: String, in files: CacheFolder) -> [Removal] {
        let partition = Partition(fileName: name)
        guard var file = files.readInPlace(partition) else { return [] }
        var pruned = file.prune(now: clock.now, isIndex: false)
        var isEmpty = file.isEmpty
        if !isTrial, !pruned.isNothing || isEmpty {
            // Another process may have written in the meantime: what counts is what is there under the lock.
            let isDone = files.revise(partition) { file in
                pruned = file.prune(now: clock.now, isIndex: false)
                isEmpty = file.isEmpty
                if isEmpty { return .remove }
                return pruned.isNothing ? .leave : .replace
            }
            guard isDone else { return failed() }
        }
        guard !pruned.isNothing || isEmpty else { return [] }
        return [Removal(fileName: name, words: Self.words(pruned, isRemoved: isEmpty))]
    }

    /// Takes the accounts out that have no tokens any more, neither in their own files nor in this one.
    private mutating func prune(_ name: AccountIndexName, in files: CacheFolder) -> [Removal] {
        guard var index = files.readInPlace(name.index) else { return [] }
        var pruned = index.prune(now: clock.now, isIndex: true)
        if !isTrial, !pruned.isNothing {
            let isDone = files.revise(name.index) { index in
                pruned = index.prune(now: clock.now, isIndex: true)
                return .replace
            }
            guard isDone else { return failed() }
        }
        let owners = index.tokenOwners
        for account in index.accounts.map(\.account) where !owners.contains(account.homeAccountID) {
            guard let isOrphan = removeOrphan(account, of: name, in: files), isOrphan else { continue }
            index.removeAccount(account.homeAccountID)
            pruned.accounts += 1
        }
        guard !pruned.isNothing || index.isEmpty else { return [] }
        if !isTrial, index.isEmpty, !files.revise(name.index, { $0.isEmpty ? .remove : .leave }) { return failed() }
        return [Removal(fileName: name.index.fileName, words: Self.words(pruned, isRemoved: index.isEmpty))]
    }

    /// Takes an account without tokens out of its index; nil when its file cannot be used.
    ///
    /// Its file is locked meanwhile: whoever signs in again waits, and then finds that the index needs the account.
    private func removeOrphan(_ account: Account, of name: AccountIndexName, in files: CacheFolder) -> Bool? {
        if isTrial {
            guard var file = files.readInPlace(name.file(of: account)) else { return nil }
            _ = file.prune(now: clock.now, isIndex: false)
            return !file.hasTokens
        }
        var isOrphan: Bool?
        files.revise(name.file(of: account)) { file in
            isOrphan = !file.hasTokens
            if !file.hasTokens { files.update(name.index) { $0.removeAccount(account.homeAccountID) } }
            return .leave
        }
        return isOrphan
    }

    private mutating func failed() -> [Removal] {
        isComplete = false
        return []
    }

    private static func words(_ pruned: PrunedRows, isRemoved: Bool) -> String {
        let end = isRemoved ? "the file, in which no token is left" : ""
        return [pruned.words, end].filter { !$0.isEmpty }.joined(separator: ", and ")
    }
}

extension CachePruner {
    /// How old litter of a kind has to be, in seconds; nil for what is none.
    private typealias Age = (String) -> (words: String, age: Int)?

    private static let day = 86400

    private static func ageOfLitter(_ name: String) -> (words: String, age: Int)? {
        switch CacheLitter(name) {
        case .temporary: ("a temporary file of a process that died", day)
        case .damaged: ("a damaged file that was put aside", 30 * day)
        case nil: nil
        }
    }

    private static func ageOfKeys(_ name: String) -> (words: String, age: Int)? {
        if PartitionName.isLive(name) { return ("an issuer's keys, not used for a month", 30 * day) }
        return ageOfLitter(name)
    }

    /// Takes away the plain files of a folder that are litter for long enough.
    private mutating func sweep(_ store: any Store, _ age: Age) throws(StoreError) -> [Removal] {
        var removals: [Removal] = []
        for item in try store.listing()?.items ?? [] where item.kind == .file && item.isOwn {
            let changedOn = max(item.changedOn, CacheLitter.damagedOn(item.name) ?? 0)
            guard let (words, age) = age(item.name), changedOn + age < clock.now else { continue }
            do {
                if !isTrial { try store.remove(item.name) }
                removals.append(Removal(fileName: item.name, words: words))
            } catch {
                isComplete = false
                warn("the cache cannot be written: \(error.message)")
            }
        }
        return removals
    }
}
