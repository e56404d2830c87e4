import FoundationEssentials
import Glibc

/// Why the sandbox cannot start, in a sentence for people.
package struct SandboxError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }

    /// A failed system call: what was tried, and what `errno` says.
    package static func system(_ what: String, _ number: Int32 = errno) -> SandboxError {
        SandboxError("\(what): \(unsafe String(cString: strerror(number)))")
    }
}

/// The folder with the keys, certificates and the secret that clients are to use: mode 0700, files 0600.
package struct StateDirectory: Sendable {
    package let path: String
    private let isTemporary: Bool

    /// Makes a temporary folder, or takes the one given, made if missing.
    ///
    /// One that exists must be private, or empty so that making it private harms nobody.
    package init(at path: String?) throws(SandboxError) {
        isTemporary = path == nil
        guard let path else {
            self.path = try Self.temporary()
            return
        }
        self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        guard unsafe mkdir(path, 0o700) != 0 else { return }
        guard errno == EEXIST else { throw .system("cannot make the folder \(path)") }
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw SandboxError("\(path) is not a folder")
        }
        guard status.st_mode & 0o077 != 0 else { return }
        let contents = try? FileManager.default.contentsOfDirectory(atPath: path)
        guard contents?.isEmpty == true, unsafe chmod(path, 0o700) == 0 else {
            throw SandboxError("\(path) is open to others: give an empty folder, or one of mode 0700")
        }
    }

    /// The path of a file in the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    package func makeFolder(_ name: String) throws(SandboxError) {
        guard unsafe mkdir(file(name), 0o700) == 0 || errno == EEXIST else {
            throw .system("cannot make \(file(name))")
        }
    }

    /// Writes a file of mode 0600; one of an earlier run is replaced.
    package func write(_ name: String, _ text: String) throws(SandboxError) {
        unsafe unlink(file(name))
        let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("cannot write \(file(name))") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw .system("cannot write \(file(name))")
        }
    }

    /// Removes a temporary folder; one that was given stays.
    package func remove() {
        if isTemporary { try? FileManager.default.removeItem(atPath: path) }
    }

    private static func temporary() throws(SandboxError) -> String {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = (parent + "/tokenctl-sandbox.XXXXXX").utf8CString
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        }
        guard let made else { throw .system("cannot make a folder in \(parent)") }
        return made
    }
}
