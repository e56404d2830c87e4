import Glibc

/// Temporary files of writers that died before they could finish.
enum Leftovers {
    /// What their names have after the dot and the live file's name.
    static let mark = ".tmp-"

    /// Seconds; no writer takes that long.
    private static let age = 86_400

    /// Removes those that are older than a day; what cannot be removed stays.
    static func sweep(_ folder: Int32) {
        // A descriptor of its own: the directory stream closes it.
        let listed = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard listed >= 0, let stream = unsafe fdopendir(listed) else { return }
        defer { unsafe closedir(stream) }
        let oldest = time(nil) - age
        while let entry = unsafe readdir(stream) {
            guard unsafe entry.pointee.d_name.0 == CChar(bitPattern: UInt8(ascii: ".")) else { continue }
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
                unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard name.contains(mark), unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                status.st_mode & S_IFMT == S_IFREG, status.st_mtim.tv_sec < oldest
            else { continue }
            unsafe unlinkat(folder, name, 0)
        }
    }
}
