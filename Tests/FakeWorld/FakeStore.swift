import Synchronization
package import World

/// A store in memory, with locks, and with failures where a test wants them.
package final class FakeStore: Store {
    /// What can be made to fail.
    package enum Operation: Sendable { case read, write, rename, lock }

    private struct State {
        var files: [String: [UInt8]] = [:]
        var locks: Set<String> = []
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

    package func remove(_ name: String) throws(StoreError) {
        try use(.write, "remove \(name)") { $0.files[name] = nil }
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

    /// What was done, in order: "read NAME", "write NAME", "rename NAME NEW", "lock NAME".
    package var history: [String] { state.withLock { $0.history } }

    /// The names of the locks that someone holds.
    package var heldLocks: Set<String> { state.withLock { $0.locks } }

    /// Makes an operation fail from now on, or work again.
    package func fail(_ operation: Operation, with error: StoreError?) {
        state.withLock { $0.troubles[operation] = error }
    }
}
