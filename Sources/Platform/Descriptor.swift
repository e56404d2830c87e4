import Glibc

/// An open file that closes itself.
struct Descriptor: ~Copyable {
    let number: Int32

    /// - Parameter number: -1 (a failed `open`) makes nil.
    init?(_ number: Int32) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { close(number) }

    /// What kind of file it is, its mode, owner and size; nil when even that cannot be told.
    var status: stat? {
        var status = stat()
        return unsafe fstat(number, &status) == 0 ? status : nil
    }

    /// The names in a folder, `.` and `..` too; nil on an error (see `errno`).
    var names: [String]? {
        // `fdopendir` owns the descriptor that it is given.
        guard let stream = unsafe fdopendir(fcntl(number, F_DUPFD_CLOEXEC, 0)) else { return nil }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let bytes = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            names.append(String(decoding: bytes, as: UTF8.self))
        }
        return names
    }

    /// Everything up to the end; nil on an error (see `errno`), and at most one byte more than `limit`.
    func readToEnd(limit: Int) -> [UInt8]? { Self.readToEnd(number, limit: limit) }

    /// The same for a descriptor that someone else owns.
    static func readToEnd(_ number: Int32, limit: Int) -> [UInt8]? {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        while content.count <= limit {
            let count = Posix.retrying { unsafe read(number, &buffer, buffer.count) }
            if count < 0 { return nil }
            if count == 0 { break }
            content += buffer[..<count]
        }
        return content
    }

    /// Writes everything; false on an error (see `errno`).
    func write(_ bytes: [UInt8]) -> Bool { Self.write(bytes, to: number) }

    static func write(_ bytes: [UInt8], to number: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Posix.retrying {
                unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
            }
            if count < 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
