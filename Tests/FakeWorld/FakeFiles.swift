import Synchronization
import Testing
package import World

/// Files in memory; one that a test did not put there cannot be read.
package final class FakeFiles: Files {
    private let contents: Mutex<[String: [UInt8]]>
    private let descriptors: [Int32: [UInt8]]
    private let opened = Mutex<Set<String>>([])
    private let shared = Mutex<[String: FakeSharedFile]>([:])
    private let troubleInAppending: Failure?
    /// The store of every folder that has none of its own: which ones were asked for is in `storeDirectories`.
    package let store: FakeStore
    private let stores: [String: FakeStore]

    /// - Parameter input: what comes from standard input; nil where reading it is a mistake.
    package init(
        _ contents: [String: String] = [:], input: String? = nil, descriptors: [Int32: String] = [:],
        store: FakeStore = FakeStore(), stores: [String: FakeStore] = [:], troubleInAppending: Failure? = nil
    ) {
        var descriptors = descriptors
        descriptors[0] = input
        self.contents = Mutex(contents.mapValues { Array($0.utf8) })
        self.descriptors = descriptors.mapValues { Array($0.utf8) }
        self.store = store
        self.stores = stores
        self.troubleInAppending = troubleInAppending
    }

    package var storeDirectories: Set<String> { opened.withLock { $0 } }

    /// A file's content, to look at and to set up.
    package subscript(_ path: String) -> [UInt8]? {
        get { contents.withLock { $0[path] } }
        set { contents.withLock { $0[path] = newValue } }
    }

    package func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        guard let content = self[path] else {
            throw Failure(.noInput, "cannot read '\(path)': No such file or directory")
        }
        guard content.count <= limit else { throw Failure(.badData, "'\(path)' is longer than \(limit) bytes") }
        return content
    }

    package func read(descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
        guard let content = descriptors[descriptor] else {
            if descriptor == 0 { Issue.record("this test provides no standard input, and it was read") }
            throw Failure(.noInput, "cannot read descriptor \(descriptor): Bad file descriptor")
        }
        return content
    }

    package func append(_ bytes: [UInt8], to path: String) throws(Failure) {
        if let troubleInAppending { throw troubleInAppending }
        contents.withLock { $0[path, default: []] += bytes }
    }

    package func addLines(_ lines: [String], to path: String) throws(Failure) -> [Bool] {
        if let troubleInAppending { throw troubleInAppending }
        return contents.withLock { contents in
            var known = String(decoding: contents[path] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
            let areNew = lines.map { line in
                if known.contains(line) { return false }
                known.append(line)
                return true
            }
            contents[path] = Array(known.map { $0 + "\n" }.joined().utf8)
            return areNew
        }
    }

    package func store(at directory: String, warn: @escaping @Sendable (String) -> Void) -> any Store {
        opened.withLock { _ = $0.insert(directory) }
        return stores[directory] ?? store
    }

    package func sharedFile(at path: String) -> any SharedFile {
        shared.withLock { files in
            let file = files[path] ?? FakeSharedFile(path)
            files[path] = file
            return file
        }
    }

    /// Puts a file there that other programs share.
    package func share(_ file: FakeSharedFile) { shared.withLock { $0[file.path] = file } }
}
