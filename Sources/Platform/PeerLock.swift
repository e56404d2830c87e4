import Glibc
import World

/// The lock of MSAL's libraries: a file `NAME.lockfile` that its holder makes, locks with `flock(2)` and takes away.
///
/// msal-extensions for Python waits five seconds for the file to go away, then locks the one that is there; without
/// its optional `portalocker` the file alone is the lock, and its going away all that it goes by. .NET and Go lock
/// the file. To be safe with all of them one makes the file and locks it, and takes over one that nobody has locked
/// only when it has been there for as long as Python waits.
struct PeerLock: StoreLock {
    private let name: String
    private let folder: Int32
    private let file: Int32

    /// Seconds.
    private static let patienceOfPeers = 5

    /// Takes the lock, or makes nil while another program has it.
    ///
    /// - Parameters:
    ///   - fileName: of the file that is locked.
    ///   - path: its path, for messages.
    init?(beside fileName: String, in folder: borrowing Descriptor, path: String) throws(StoreError) {
        name = fileName + ".lockfile"
        let flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        var file = unsafe openat(folder.number, name, flags | O_CREAT | O_EXCL, 0o600 as mode_t)
        let isNew = file >= 0
        if !isNew, errno == EEXIST {
            file = unsafe openat(folder.number, name, flags)
            if file < 0, errno == ENOENT { return nil }
        }
        guard file >= 0 else {
            throw StoreError(.failed, "cannot lock '\(path).lockfile': \(Posix.lastError)")
        }
        // Where the file system has no locks, the file's being there is the lock.
        guard isNew || Self.isOld(file), flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            close(file)
            return nil
        }
        // Python unlocks the file first and then takes it away.
        if !isNew { usleep(2000) }
        guard RangeLock.isCurrent(file, name, in: folder.number) else {
            close(file)
            return nil
        }
        ftruncate(file, 0)
        _ = Descriptor.write(Array("\(getpid()) tokenctl".utf8), to: file)
        self.file = file
        self.folder = fcntl(folder.number, F_DUPFD_CLOEXEC, 0)
    }

    func release() {
        if RangeLock.isCurrent(file, name, in: folder) { unsafe unlinkat(folder, name, 0) }
        close(file)
        close(folder)
    }

    /// Whether every peer would have stopped waiting for it to go away.
    private static func isOld(_ file: Int32) -> Bool {
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { return false }
        // A file of the future was made before the clock was set back.
        return abs(time(nil) - status.st_mtim.tv_sec) > patienceOfPeers
    }
}
