package import Foundation

/// A folder of one test, gone with its last reference.
package final class TemporaryFolder: Sendable {
    package let url: URL

    package var path: String { url.path(percentEncoded: false) }

    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "tokenctl-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    /// The path of a file in it, existing or not.
    package func location(of name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// Makes or replaces a file.
    @discardableResult
    package func write(_ content: Data, to name: String) throws -> URL {
        let file = url.appending(path: name)
        try content.write(to: file)
        return file
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
