import Glibc
import World

/// A file that MSAL's libraries write, too, on a POSIX file system.
struct PosixSharedFile: SharedFile {
    let path: String

    /// Nothing that belongs here comes near this size.
    private static let largestFile = 64 << 20

    func read() throws(StoreError) -> [UInt8]? {
        guard let file = try open() else { return nil }
        guard let status = file.status, status.st_size <= Self.largestFile else {
            throw refusal("is larger than any cache file should be")
        }
        guard let content = file.readToEnd(limit: Self.largestFile) else { throw failure("cannot read") }
        return content
    }

    func write(_ bytes: [UInt8]) throws(StoreError) {
        let mode = try open()?.status.map { $0.st_mode & 0o600 } ?? 0o600
        let folder = try openFolder()
        let temporary = TemporaryFileName.make(for: name, by: getpid())
        guard writeWhole(bytes, to: temporary, mode: mode, in: folder),
            unsafe renameat(folder.number, temporary, folder.number, name) == 0
        else {
            let problem = failure("cannot replace")
            unsafe unlinkat(folder.number, temporary, 0)
            throw problem
        }
        fsync(folder.number)
    }

    func tryLock() throws(StoreError) -> (any StoreLock)? { try PeerLock(beside: name, in: openFolder(), path: path) }

    func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)? {
        let folder = try openFolder()
        return try RangeLock(
            name, in: folder.number, path: directory, fileName: ".\(self.name.prefix(180)).tokenctl-lock")
    }

    /// The file, safe to use; nil where there is none.
    private func open() throws(StoreError) -> Descriptor? {
        // Not blocking: a FIFO in the file's place must not hang the reader.
        let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        guard let file = Descriptor(unsafe Glibc.open(path, flags)) else {
            if errno == ENOENT { return nil }
            throw errno == ELOOP ? refusal("is a symbolic link") : failure("cannot open")
        }
        guard let status = file.status else { throw failure("cannot look at") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw refusal("is not a plain file") }
        guard status.st_uid == geteuid() else { throw refusal("belongs to another user") }
        return file
    }

    private func openFolder() throws(StoreError) -> Descriptor {
        guard let folder = Descriptor(unsafe Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
            throw StoreError(.failed, "cannot open '\(directory)': \(Posix.lastError)")
        }
        return folder
    }

    private func writeWhole(
        _ bytes: [UInt8], to name: String, mode: mode_t, in folder: borrowing Descriptor
    ) -> Bool {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        guard let file = Descriptor(unsafe openat(folder.number, name, flags, mode)) else { return false }
        guard fchmod(file.number, mode) == 0, file.write(bytes) else { return false }
        advanceTime(of: file)
        return fsync(file.number) == 0
    }

    /// Sets the time of change a second ahead.
    ///
    /// msal-extensions reads a file again only when it changed after the moment at which it had been read. That moment
    /// is noted after the reading, and file systems tell times that are some milliseconds old: a change in between
    /// would go unseen, and be overwritten.
    private func advanceTime(of file: borrowing Descriptor) {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        now.tv_sec += 1
        let times = [now, now]
        _ = unsafe times.withUnsafeBufferPointer { unsafe futimens(file.number, $0.baseAddress) }
    }

    private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    private var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func refusal(_ reason: String) -> StoreError { StoreError(.refused, "'\(path)' \(reason)") }

    private func failure(_ action: String) -> StoreError {
        StoreError(.failed, "\(action) '\(path)': \(Posix.lastError)")
    }
}
