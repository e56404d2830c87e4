import Foundation
import Glibc
import TestSupport

/// What is on disk, by the system's own calls.
extension TemporaryFolder {
    func make(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: false)
    }

    func write(_ bytes: [UInt8], to name: String) throws { try write(Data(bytes), to: name) }

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }

    /// All names, hidden ones too, sorted.
    func names(_ name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)").sorted()
    }

    /// Of the file itself, not of what a link leads to.
    func status(_ name: String) throws -> stat {
        var status = stat()
        guard unsafe lstat("\(path)/\(name)", &status) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return status
    }
}
