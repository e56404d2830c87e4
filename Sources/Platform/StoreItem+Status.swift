import Glibc
import World

extension StoreItem {
    /// What `lstat` says.
    init(_ name: String, _ status: stat) {
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .special
            }
        self.init(
            name, kind: kind, mode: status.st_mode & 0o7777, isOwn: status.st_uid == geteuid(),
            size: Int(status.st_size), changedOn: status.st_mtim.tv_sec)
    }
}
