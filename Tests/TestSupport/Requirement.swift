import Foundation
package import Testing

/// Something that a test needs of the machine, and that a developer may not have.
///
/// Without it the test is skipped, saying what to install. Where `TOKENCTL_REQUIRE_ALL=1` is set, as in CI, it fails.
package struct Requirement: Sendable {
    /// What is needed: "groff".
    package let name: String
    /// How to get it: "apt-get install groff".
    package let remedy: String
    private let isThere: @Sendable () -> Bool

    package init(_ name: String, remedy: String, isThere: @escaping @Sendable () -> Bool) {
        self.name = name
        self.remedy = remedy
        self.isThere = isThere
    }

    /// A program on the search path.
    ///
    /// - Parameter package: Debian's name for what brings it; the program's own name when nil.
    package static func tool(_ name: String, package: String? = nil) -> Requirement {
        Requirement(name, remedy: "apt-get install \(package ?? name)") { path(ofTool: name) != nil }
    }

    /// Where a program is on the search path; nil when it is not installed.
    package static func path(ofTool name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Whether the test can run.
    ///
    /// - Throws: `MissingRequirement` when it cannot and has to.
    package func isMet(hasToBe: Bool = isEverythingRequired) throws -> Bool {
        if isThere() { return true }
        if hasToBe { throw MissingRequirement(self) }
        return false
    }

    /// Whether a skipped test would be a hole in the net.
    package static var isEverythingRequired: Bool {
        ProcessInfo.processInfo.environment["TOKENCTL_REQUIRE_ALL"] == "1"
    }
}

/// A failure of a test on a machine that should have had everything.
package struct MissingRequirement: Error, CustomStringConvertible {
    package let description: String

    init(_ requirement: Requirement) {
        description = "\(requirement.name) is missing and TOKENCTL_REQUIRE_ALL is set: \(requirement.remedy)"
    }
}

extension Trait where Self == ConditionTrait {
    /// The test runs only where this is met: `@Test(.requires(.tool("groff")))`.
    package static func requires(_ requirement: Requirement) -> Self {
        .enabled("needs \(requirement.name): \(requirement.remedy)") { try requirement.isMet() }
    }
}
