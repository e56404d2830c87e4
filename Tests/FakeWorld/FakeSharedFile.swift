import Synchronization
package import World

/// A file in memory that another program writes, too: it can be found half written, and locked.
package final class FakeSharedFile: SharedFile {
    private struct State {
        var contents: [[UInt8]] = []
        var locks: Set<String> = []
        var history: [String] = []
        var troubleInWriting: StoreError?
    }

    private static let peers = "lockfile"
    private let state: Mutex<State>
    package let path: String

    /// - Parameter readings: what is read, one after the other; the last one stays.
    package init(_ path: String, _ readings: String...) {
        self.path = path
        state = Mutex(State(contents: readings.map { Array($0.utf8) }))
    }

    package func read() throws(StoreError) -> [UInt8]? {
        state.withLock { state in
            state.history.append("read")
            return state.contents.count > 1 ? state.contents.removeFirst() : state.contents.first
        }
    }

    package func write(_ bytes: [UInt8]) throws(StoreError) {
        try state.withLock { (state: inout State) throws(StoreError) in
            state.history.append("write")
            if let trouble = state.troubleInWriting { throw trouble }
            state.contents = [bytes]
        }
    }

    package func tryLock() throws(StoreError) -> (any StoreLock)? { try tryLock(Self.peers) }

    package func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)? {
        state.withLock { state in
            state.history.append("lock \(name)")
            return state.locks.insert(name).inserted ? Lock(file: self, name: name) : nil
        }
    }

    private struct Lock: StoreLock {
        let file: FakeSharedFile
        let name: String

        func release() {
            file.state.withLock { state in
                state.history.append("unlock \(name)")
                state.locks.remove(name)
            }
        }
    }
}

extension FakeSharedFile {
    /// What is in it; nil before there is a file.
    package var content: String? {
        state.withLock { $0.contents.last.map { String(decoding: $0, as: UTF8.self) } }
    }

    /// What was done, in order: "read", "write", "lock NAME", "unlock NAME"; the libraries' lock is "lockfile".
    package var history: [String] { state.withLock { $0.history } }

    /// Has another program hold the libraries' lock for good.
    package func holdLock() { state.withLock { _ = $0.locks.insert(Self.peers) } }

    /// Makes writing fail.
    package func failWriting(with error: StoreError) { state.withLock { $0.troubleInWriting = error } }
}
