import Foundation

/// Where the program under test lies: its build puts it beside the test bundle.
package enum BuiltProduct {
    package static var tokenctl: String { path("tokenctl") }
    package static var tokenctlSandbox: String { path("tokenctl-sandbox") }

    /// The path of an executable of this package.
    package static func path(_ name: String) -> String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
            .path(percentEncoded: false)
    }
}
