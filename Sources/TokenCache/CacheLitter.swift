import JOSE
import World

/// What may be left over in a folder of the program, told by its name.
enum CacheLitter {
    /// Written by a process that died before it could put the file in its place: `.NAME.tmp-PID-NUMBER`.
    case temporary
    /// A damaged file that was put aside: `NAME.damaged-TIME`.
    case damaged

    init?(_ fileName: String) {
        if TemporaryFileName.isOne(fileName) {
            self = .temporary
        } else if fileName.contains(Self.mark) {
            self = .damaged
        } else {
            return nil
        }
    }

    /// When a damaged file was put aside, in seconds since 1970; nil for all other names.
    static func damagedOn(_ fileName: String) -> Int? {
        let parts = fileName.split(separator: ".")
        guard let end = parts.last, end.hasPrefix("damaged-") else { return nil }
        return CachedTime.seconds(.string(String(end.dropFirst("damaged-".count))))
    }

    /// The name of the file that became this.
    static func original(_ fileName: String) -> String {
        let name = fileName.hasPrefix(".") ? fileName.dropFirst() : fileName[...]
        let end = name.firstRange(of: TemporaryFileName.mark)?.lowerBound ?? name.firstRange(of: mark)?.lowerBound
        return String(name[..<(end ?? name.endIndex)])
    }

    /// The name of a damaged file once it is put aside.
    static func aside(_ fileName: String, on now: Int) -> String { "\(fileName)\(mark)\(now)" }

    /// What stands between a damaged file's name and the time when it was put aside.
    static let mark = ".damaged-"
}
