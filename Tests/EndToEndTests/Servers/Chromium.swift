import Foundation
import TestSupport

/// A person at a real browser: see `Tests/Servers/chromium-person`.
enum Chromium {
    static let requirement = Requirement("Chromium", remedy: "apt-get install chromium chromium-driver") {
        Requirement.path(ofTool: "chromium") != nil && Requirement.path(ofTool: "chromedriver") != nil
    }

    /// Signs in where an address leads to.
    ///
    /// - Returns: a run that prints where the browser ended, and the text of that page.
    static func signIn(at url: String, as user: String, password: String) async throws -> ProcessRun {
        let home = try TemporaryFolder()
        defer { withExtendedLifetime(home) {} }
        return try await ProcessRun.of(
            SourceTree.location(of: "Tests/Servers/chromium-person"), [url],
            environment: ProcessRun.bareEnvironment.merging(
                ["SIGN_IN_USER": user, "SIGN_IN_PASSWORD": password, "HOME": home.path]) { $1 })
    }
}
