import Glibc
import World

/// A private folder on a POSIX file system.
///
/// Every file is opened relative to the folder's own descriptor, so that nobody can swap a path in between.
struct PosixStore: Store {
    let directory: String
    let warn: @Sendable (String) -> Void

    /// Nothing that belongs here comes near this size.
    private static let largestFile = 64 << 20

    func read(_ name: String) throws(StoreError) -> [UInt8]? {
        guard let folder = try openFolder(creating: false) else { return nil }
        return try read(name, in: folder)
    }

    func write(_ bytes: [UInt8], to name: String) throws(StoreError) {
        guard let folder = try openFolder(creating: true) else { throw failure("cannot create") }
        let temporary = TemporaryFileName.make(for: name, by: getpid())
        try writeWhole(bytes, to: temporary, in: folder)
        guard Posix.retrying({ unsafe renameat(folder.number, temporary, folder.number, name) }) == 0 else {
            let problem = failure("cannot replace", name)
            unsafe unlinkat(folder.number, temporary, 0)
            throw problem
        }
        _ = Posix.retrying { fsync(folder.number) }
        Leftovers.sweep(folder)
    }

    func names() throws(StoreError) -> [String] {
        guard let folder = try openFolder(creating: false) else { return [] }
        guard let names = folder.names else { throw failure("cannot list") }
        return names.filter { !$0.hasPrefix(".") }
    }

    func listing() throws(StoreError) -> StoreListing? {
        guard let folder = try item("", at: AT_FDCWD, path: directory) else { return nil }
        guard folder.kind == .folder, folder.isOwn else { return StoreListing(folder: folder, items: []) }
        guard let descriptor = try openFolder(creating: false, repairing: false) else { return nil }
        guard let names = descriptor.names else { throw failure("cannot list") }
        var items: [StoreItem] = []
        for name in names.sorted() where name != "." && name != ".." {
            if let item = try item(name, at: descriptor.number, path: name) { items.append(item) }
        }
        return StoreListing(folder: folder, items: items)
    }

    func peek(_ name: String) throws(StoreError) -> [UInt8]? {
        guard let folder = try openFolder(creating: false, repairing: false) else { return nil }
        return try read(name, in: folder, repairing: false)
    }

    func remove(_ name: String) throws(StoreError) {
        guard let folder = try openFolder(creating: false) else { return }
        guard unsafe unlinkat(folder.number, name, 0) == 0 || errno == ENOENT else {
            throw failure("cannot remove", name)
        }
    }

    func rename(_ name: String, to newName: String) throws(StoreError) {
        guard let folder = try openFolder(creating: false) else { return }
        guard unsafe renameat(folder.number, name, folder.number, newName) == 0 else {
            throw failure("cannot rename", name)
        }
    }

    func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)? {
        guard let folder = try openFolder(creating: true) else { throw failure("cannot create") }
        return try RangeLock(name, in: folder.number, path: directory)
    }

    private func read(
        _ name: String, in folder: borrowing Descriptor, repairing: Bool = true
    ) throws(StoreError) -> [UInt8]? {
        // Not blocking: a FIFO in the file's place must not hang the reader.
        let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        guard let file = Descriptor(Posix.retrying { unsafe openat(folder.number, name, flags) }) else {
            if errno == ENOENT { return nil }
            throw errno == ELOOP ? refusal("is a symbolic link", name) : failure("cannot open", name)
        }
        guard let status = file.status else { throw failure("cannot look at", name) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw refusal("is not a plain file", name) }
        try checkOwner(status, name)
        guard status.st_size <= Self.largestFile else { throw refusal("is larger than any cache file should be", name) }
        if repairing { repair(file, status, to: 0o600, name) }
        guard let content = file.readToEnd(limit: Self.largestFile) else { throw failure("cannot read", name) }
        return content
    }

    private func writeWhole(_ bytes: [UInt8], to name: String, in folder: borrowing Descriptor) throws(StoreError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        guard let file = Descriptor(Posix.retrying { unsafe openat(folder.number, name, flags, 0o600 as mode_t) })
        else { throw failure("cannot write in", nil) }
        // A umask can only take away; but a file without read permission for its owner would be lost to us.
        _ = Posix.retrying { fchmod(file.number, 0o600) }
        guard file.write(bytes), Posix.retrying({ fsync(file.number) }) == 0 else {
            let problem = failure("cannot write in", nil)
            unsafe unlinkat(folder.number, name, 0)
            throw problem
        }
    }

    /// The folder, safe to use; nil where there is none.
    private func openFolder(creating: Bool, repairing: Bool = true) throws(StoreError) -> Descriptor? {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var descriptor = Descriptor(Posix.retrying { unsafe open(directory, flags) })
        if descriptor == nil, errno == ENOENT {
            guard creating else { return nil }
            try createFolders()
            descriptor = Descriptor(Posix.retrying { unsafe open(directory, flags) })
        }
        guard let folder = descriptor.take() else {
            // O_DIRECTORY with O_NOFOLLOW calls a symbolic link "not a directory".
            throw errno == ELOOP || errno == ENOTDIR
                ? refusal("is not a plain folder", nil) : failure("cannot open", nil)
        }
        guard let status = folder.status else { throw failure("cannot look at", nil) }
        try checkOwner(status, nil)
        if repairing { repair(folder, status, to: 0o700, nil) }
        return folder
    }

    /// What stands there, itself and not what it leads to; nil when there is nothing.
    private func item(_ name: String, at folder: Int32, path: String) throws(StoreError) -> StoreItem? {
        var status = stat()
        guard unsafe fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw failure("cannot look at", name)
        }
        return StoreItem(name, status)
    }

    /// Makes the folder and those above it that are missing, each for its owner only.
    private func createFolders() throws(StoreError) {
        var missing: [String] = []
        var path = directory
        // Up to what is there, and down again: where nothing can be made, that ends too.
        while !makeFolder(path), errno != EEXIST {
            let above = path.split(separator: "/").dropLast().joined(separator: "/")
            guard errno == ENOENT, !above.isEmpty else { throw failure("cannot create", nil) }
            missing.append(path)
            path = (path.hasPrefix("/") ? "/" : "") + above
        }
        for path in missing.reversed() where !makeFolder(path) && errno != EEXIST {
            throw failure("cannot create", nil)
        }
    }

    /// - Returns: false on an error (see `errno`).
    private func makeFolder(_ path: String) -> Bool {
        guard Posix.retrying({ unsafe mkdir(path, 0o700) }) == 0 else { return false }
        // A umask may have taken the owner's permissions too: then we could not open it ourselves.
        _ = unsafe fchmodat(AT_FDCWD, path, 0o700, AT_SYMLINK_NOFOLLOW)
        return true
    }

    private func checkOwner(_ status: stat, _ name: String?) throws(StoreError) {
        guard status.st_uid == geteuid() else { throw refusal("belongs to another user", name) }
    }

    private func repair(_ file: borrowing Descriptor, _ status: stat, to mode: mode_t, _ name: String?) {
        guard status.st_mode & 0o7777 != mode else { return }
        let isLoose = status.st_mode & 0o077 != 0
        guard fchmod(file.number, mode) == 0 else {
            return warn("\(failure("cannot tighten the mode of", name).message)")
        }
        if isLoose { warn("'\(path(name))' could be read by others: its mode is now \(String(mode, radix: 8))") }
    }

    private func path(_ name: String?) -> String {
        name.flatMap { $0.isEmpty ? nil : "\(directory)/\($0)" } ?? directory
    }

    private func refusal(_ reason: String, _ name: String?) -> StoreError {
        StoreError(.refused, "'\(path(name))' \(reason)")
    }

    private func failure(_ action: String, _ name: String? = nil) -> StoreError {
        StoreError(.failed, "\(action) '\(path(name))': \(Posix.lastError)")
    }
}
