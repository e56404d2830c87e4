import Foundation

/// A temporary folder in which the `openssl` command makes keys and certificates; it goes away with its last user.
final class OpenSSLFolder: Sendable {
    static let isAvailable = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    private let folder: URL

    init() throws {
        folder = URL.temporaryDirectory.appending(path: "jose-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a shell script in the folder; throws what it wrote to stderr when it fails.
    func run(_ script: String) throws {
        let process = Process()
        let errors = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-ec", script]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ScriptFailure(script: script, errors: String(decoding: text, as: UTF8.self))
        }
    }

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
}

struct ScriptFailure: Error {
    let script: String
    let errors: String
}
