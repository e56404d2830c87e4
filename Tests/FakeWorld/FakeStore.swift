import Synchronization
package import World

/// A store in memory, with locks, and with failures where a test wants them.
package final class FakeStore: Store {
    /// What can be made to fail.
    package enum Operation: Sendable { case read, write, rename, lock }

    private struct State {
        var files: [String: [UInt8]] = [:]
        var locks: Set<String> = []
        /// What a look from outside shows, where it is not a good file of now.
        var items: [String: StoreItem] = [:]
        var folder: StoreItem?
        var history: [String] = []
        var troubles: [Operation: StoreError] = [:]
    }

    private let state = Mutex(State())
    package let directory: String

    package init(directory: String = "/config/cache") { self.directory = directory }

    package func read(_ name: String) throws(StoreError) -> [UInt8]? {
        try use(.read, "read \(name)") { $0.files[name] }
    }

    package func write(_ bytes: [UInt8], to name: String) throws(StoreError) {
        try use(.write, "write \(name)") { $0.files[name] = bytes }
    }

    package func names() throws(StoreError) -> [String] { try use(.read, "list") { $0.files.keys.sorted() } }

    package func listing() throws(StoreError) -> StoreListing? {
        try use(.read, "look") { state in
            let names = Set(state.files.keys).union(state.items.keys).sorted()
            let items = names.map { name in
                state.items[name]
                    ?? StoreItem(
                        name, mode: 0o600, size: state.files[name]?.count ?? 0, changedOn: FakeClock.start)
            }
            let folder = state.folder ?? StoreItem("", kind: .folder, mode: 0o700, size: 0, changedOn: 0)
            return StoreListing(folder: folder, items: items)
        }
    }

    package func peek(_ name: String) throws(StoreError) -> [UInt8]? {
        try use(.read, "peek \(name)") { $0.files[name] }
    }

    package func remove(_ name: String) throws(StoreError) {
        try use(.write, "remove \(name)") { state in
            state.files[name] = nil
            state.items[name] = nil
        }
    }

    package func rename(_ name: String, to newName: String) throws(StoreError) {
        try use(.rename, "rename \(name) \(newName)") { $0.files[newName] = $0.files.removeValue(forKey: name) }
    }

    package func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)? {
        let isMine = try use(.lock, "lock \(name)") { $0.locks.insert(name).inserted }
        return isMine ? Lock(store: self, name: name) : nil
    }

    private func use<Result>(
        _ operation: Operation, _ line: String, _ body: (inout State) -> Result
    ) throws(StoreError) -> Result where Result: Sendable {
        try state.withLock { (state: inout State) throws(StoreError) -> Result in
            state.history.append(line)
            if let trouble = state.troubles[operation] { throw trouble }
            return body(&state)
        }
    }

    private struct Lock: StoreLock {
        let store: FakeStore
        let name: String

        func release() { store.state.withLock { $0.locks.remove(name).map { _ in } } ?? () }
    }
}

extension FakeStore {
    /// The files and their contents, to look at and to set up.
    package var files: [String: String] {
        get { state.withLock { $0.files.mapValues { String(decoding: $0, as: UTF8.self) } } }
        set { state.withLock { $0.files = newValue.mapValues { Array($0.utf8) } } }
    }

    /// What a look from outside shows: set for whatever is not a good file of the time at which fake clocks start.
    package func show(_ item: StoreItem) { state.withLock { $0.items[item.name] = item } }

    /// What the folder itself looks like.
    package func showFolder(_ item: StoreItem) { state.withLock { $0.folder = item } }

    /// What was done, in order: "read NAME", "write NAME", "rename NAME NEW", "lock NAME".
    package var history: [String] { state.withLock { $0.history } }

    /// The names of the locks that someone holds.
    package var heldLocks: Set<String> { state.withLock { $0.locks } }

    /// Makes an operation fail from now on, or work again.
    package func fail(_ operation: Operation, with error: StoreError?) {
        state.withLock { $0.troubles[operation] = error }
    }
}
