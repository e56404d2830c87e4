import Glibc
import World

/// A lock on one byte of the folder's lock file: the byte's place is derived from the lock's name.
///
/// The kernel drops it when its holder dies, and locks of different names do not meet. Whoever leaves last
/// removes the file. (`fcntl(2)`, "Open file description locks".)
struct RangeLock: StoreLock {
    /// Each try but the last has met another process that was just leaving.
    private static let mostTries = 1000

    private let fileName: String
    private let folder: Int32
    private let file: Int32

    /// Takes the lock, or makes nil while another process has it.
    ///
    /// - Parameters:
    ///   - fileName: of the lock file, which all names of one kind share.
    ///   - path: the folder's, for messages.
    init?(_ name: String, in folder: Int32, path: String, fileName: String = ".lock") throws(StoreError) {
        for _ in 0..<Self.mostTries {
            let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
            let file = Posix.retrying { unsafe openat(folder, fileName, flags, 0o600 as mode_t) }
            guard file >= 0 else { throw Self.failure(path) }
            guard OpenFileLock.take(file, start: Self.place(of: name), length: 1) else {
                let isBusy = errno == EAGAIN || errno == EACCES
                let problem = Self.failure(path)
                close(file)
                if isBusy { return nil }
                throw problem
            }
            if Self.isCurrent(file, fileName, in: folder) {
                self.fileName = fileName
                self.file = file
                self.folder = fcntl(folder, F_DUPFD_CLOEXEC, 0)
                return
            }
            // Its last holder removed the file after we had opened it: what we hold is a lock on nothing.
            close(file)
        }
        throw StoreError(.failed, "cannot lock '\(path)': its lock file keeps changing")
    }

    func release() {
        // Only who can lock the whole file is alone, and may remove it.
        if OpenFileLock.take(file) { unsafe unlinkat(folder, fileName, 0) }
        close(file)
        close(folder)
    }

    /// Whether the name is still that of the open file.
    static func isCurrent(_ file: Int32, _ fileName: String, in folder: Int32) -> Bool {
        var mine = stat()
        var named = stat()
        guard unsafe fstat(file, &mine) == 0,
            unsafe fstatat(folder, fileName, &named, AT_SYMLINK_NOFOLLOW) == 0
        else { return false }
        // A umask may have taken the owner's permissions: other processes of the same user could not open it.
        if mine.st_mode & 0o777 != 0o600 { fchmod(file, 0o600) }
        return mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
    }

    /// FNV-1a over the name, within what a file offset can hold.
    private static func place(of name: String) -> Int {
        Int(FNV1a.hash(name.utf8) >> 2)
    }

    private static func failure(_ path: String) -> StoreError {
        StoreError(.failed, "cannot lock '\(path)': \(Posix.lastError)")
    }
}
