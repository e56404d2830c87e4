import Glibc
import World

struct PosixFiles: Files {
    func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        guard let file = Descriptor(unsafe open(path, O_RDONLY | O_CLOEXEC)) else {
            throw Failure(.noInput, "cannot read '\(path)': \(Posix.lastError)")
        }
        return try checked(file.readToEnd(limit: limit), of: "'\(path)'", limit: limit)
    }

    func read(descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
        let name = descriptor == 0 ? "standard input" : "descriptor \(descriptor)"
        return try checked(Descriptor.readToEnd(descriptor, limit: limit), of: name, limit: limit)
    }

    func append(_ bytes: [UInt8], to path: String) throws(Failure) {
        let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC
        guard let file = Descriptor(unsafe open(path, flags, 0o600 as mode_t)), file.write(bytes) else {
            throw Failure(.io, "cannot write to '\(path)': \(Posix.lastError)")
        }
    }

    func addLines(_ lines: [String], to path: String) throws(Failure) -> [Bool] {
        // Not blocking: a FIFO in the file's place must not hang us.
        let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
        guard let file = Descriptor(unsafe open(path, flags, 0o600 as mode_t)) else { throw trouble(path) }
        guard let status = file.status, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.io, "cannot use '\(path)': it is not a plain file")
        }
        guard OpenFileLock.wait(for: file.number), let content = file.readToEnd(limit: Self.longestList) else {
            throw trouble(path)
        }
        guard content.count <= Self.longestList else {
            throw Failure(.io, "cannot use '\(path)': it is longer than \(Self.longestList) bytes")
        }
        var known = Set(content.split(separator: UInt8(ascii: "\n")).map(Array.init))
        let areNew = lines.map { known.insert(Array($0.utf8)).inserted }
        let added = zip(lines, areNew).filter(\.1).map { $0.0 + "\n" }.joined()
        let isUnfinished = content.last.map { $0 != UInt8(ascii: "\n") } ?? false
        guard added.isEmpty || file.write(Array(((isUnfinished ? "\n" : "") + added).utf8)) else {
            throw trouble(path)
        }
        return areNew
    }

    private func trouble(_ path: String) -> Failure { Failure(.io, "cannot use '\(path)': \(Posix.lastError)") }

    func store(at directory: String, warn: @escaping @Sendable (String) -> Void) -> any Store {
        PosixStore(directory: directory, warn: warn)
    }

    func sharedFile(at path: String) -> any SharedFile { PosixSharedFile(path: path) }

    /// Bytes.
    private static let longestList = 256 << 20

    private func checked(_ content: [UInt8]?, of name: String, limit: Int) throws(Failure) -> [UInt8] {
        guard let content else { throw Failure(.noInput, "cannot read \(name): \(Posix.lastError)") }
        guard content.count <= limit else { throw Failure(.badData, "\(name) is longer than \(limit) bytes") }
        return content
    }
}
