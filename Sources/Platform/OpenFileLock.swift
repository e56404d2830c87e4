import Glibc

/// A lock on a part of an open file, which the kernel drops when the file is closed or its holder dies.
///
/// `fcntl(2)`, "Open file description locks".
enum OpenFileLock {
    /// Takes the lock if nobody else has it; else `errno` is `EAGAIN` or `EACCES`.
    ///
    /// - Parameter length: 0 for "to the end of time".
    static func take(_ file: Int32, start: Int = 0, length: Int = 0) -> Bool {
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = start
        range.l_len = length
        return Posix.retrying { unsafe fcntl(file, set, &range) } == 0
    }

    /// Waits for the lock on the whole file, for ten seconds at most: its holders have it for moments.
    static func wait(for file: Int32) -> Bool {
        for _ in 0..<5000 {
            if take(file) { return true }
            guard errno == EAGAIN || errno == EACCES else { return false }
            usleep(2000)
        }
        return false
    }

    /// `F_OFD_SETLK`, which the C library's module map leaves out.
    private static let set: Int32 = 37
}
