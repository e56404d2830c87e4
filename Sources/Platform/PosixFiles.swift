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

    func addLine(_ line: String, to path: String) throws(Failure) -> Bool {
        let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC
        guard let file = Descriptor(unsafe open(path, flags, 0o600 as mode_t)), OpenFileLock.wait(for: file.number),
            let content = file.readToEnd(limit: Self.longestList)
        else { throw Failure(.io, "cannot use '\(path)': \(Posix.lastError)") }
        guard content.count <= Self.longestList else {
            throw Failure(.io, "cannot use '\(path)': it is longer than \(Self.longestList) bytes")
        }
        let lines = content.split(separator: UInt8(ascii: "\n"))
        if lines.contains(where: { $0.elementsEqual(line.utf8) }) { return false }
        let isUnfinished = content.last.map { $0 != UInt8(ascii: "\n") } ?? false
        guard file.write(Array(((isUnfinished ? "\n" : "") + line + "\n").utf8)) else {
            throw Failure(.io, "cannot write to '\(path)': \(Posix.lastError)")
        }
        return true
    }

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
