import Glibc
import World

/// Temporary files of writers that died before they could finish.
enum Leftovers {
    /// Seconds; no writer takes that long.
    private static let age = 86_400

    /// Removes those that are older than a day; what cannot be removed stays.
    static func sweep(_ folder: borrowing Descriptor) {
        let oldest = time(nil) - age
        for name in folder.names ?? [] where TemporaryFileName.isOne(name) {
            var status = stat()
            guard unsafe fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                status.st_mode & S_IFMT == S_IFREG, status.st_mtim.tv_sec < oldest
            else { continue }
            unsafe unlinkat(folder.number, name, 0)
        }
    }
}
