package import Foundation

/// The package as it lies on disk, for tests that read what is checked in.
package enum SourceTree {
    /// The folder of `Package.swift`.
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files under a folder of the package, by their paths in the package, sorted.
    ///
    /// - Parameter suffix: how their names end, `.swift` for example.
    package static func files(under folder: String, suffix: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: location(of: folder))
            .filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
    }

    /// Where a file is on this machine, by its path in the package.
    package static func location(of path: String) -> String {
        root.appending(path: path).path(percentEncoded: false)
    }

    /// The text of a file, by its path in the package.
    package static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
