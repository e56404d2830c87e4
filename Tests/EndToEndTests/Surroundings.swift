import Foundation
import TestSupport

/// What a program finds around itself: limits, mounts, an owner without powers.
enum Surroundings {
    /// Private mounts: root's, or a user's in a user namespace.
    static let mounts = Requirement("private mounts", remedy: "run as root, or allow user namespaces") {
        guard let unshare = Requirement.path(ofTool: "unshare") else { return false }
        let process = Process()
        process.executableURL = URL(filePath: unshare)
        process.arguments = ["-rm", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.runUnblocked()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Words before a command that take away what root may do beyond other users.
    static var unprivileged: String { geteuid() == 0 ? "setpriv --bounding-set=-all --inh-caps=-all" : "" }

    /// Runs `client-credentials` by a script of bash that has the command as `"$@"`.
    static func run(_ script: String, _ sandbox: Sandbox, environment: [String: String]) async throws -> ProcessRun {
        let arguments =
            ["client-credentials"] + sandbox.options() + ["--scope", sandbox.announcement.scope]
        let secret = ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret]
        return try await ProcessRun.of(
            "/bin/bash", ["-c", script, "bash", BuiltProduct.tokenctl] + arguments,
            environment: environment.merging(secret) { $1 })
    }
}
