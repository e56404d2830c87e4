import Foundation
import TestSupport
import Testing

/// What may stand where in `Sources`.
struct SourceRuleTests {
    /// The targets, what each may import, and no arrow upward; a new target needs a line here.
    static let arrows: [String: Set<String>] = [
        "tokenctl": ["TokenctlCLI", "Platform", "World"],
        "TokenctlCLI": ["ArgumentParser", "WSTrust", "TokenCache", "OAuth", "JOSE", "World"],
        "OAuth": ["World", "JOSE"],
        "TokenCache": ["World", "OAuth", "JOSE"],
        "JOSE": ["Native"],
        "WSTrust": ["World", "OAuth", "JOSE", "Native"],
        "World": [],
        "Platform": ["World", "Native"],
        "Native": [],
        "ManPages": [],
        "TokenctlSandbox": [
            "OAuth", "JOSE", "World", "Native", "FlyingFox", "FlyingSocks", "Dispatch", "FoundationXML",
        ],
        "tokenctl-sandbox": ["TokenctlSandbox", "ArgumentParser"],
    ]

    /// Parts of the system, which are no dependencies.
    static let system: Set = ["Glibc", "Synchronization", "FoundationEssentials"]

    /// Not linked into tokenctl, and so free to take what costs start-up time.
    static let free: Set = ["TokenctlSandbox", "tokenctl-sandbox"]

    static let swiftFiles: [String] = (try? SourceTree.files(under: "Sources", suffix: ".swift")) ?? []

    @Test func `no file is longer than 250 lines`() throws {
        let files = try SourceTree.files(under: "Sources", suffix: "")
            .filter { path in [".swift", ".c", ".h"].contains { path.hasSuffix($0) } }
        #expect(files.count > 50)
        for path in files {
            let count = try SourceTree.text(path).split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(count <= 250, "\(path) has \(count) lines")
        }
    }

    @Test(arguments: swiftFiles)
    func `a file imports only what its target may`(path: String) throws {
        let target = String(try #require(path.split(separator: "/").dropFirst().first))
        let allowed = try #require(Self.arrows[target], "\(target) is a new target: say here what it may import")
        let system = Self.free.contains(target) ? Self.system.union(["Foundation"]) : Self.system
        let imports = Self.imports(in: try SourceTree.text(path))
        #expect(imports.subtracting(allowed).subtracting(system) == [], "\(path)")
    }

    @Test(
        arguments: zip(
            [
                "import World", "package import World", "@testable import World\n", "  import struct World.Secret",
                "// import it",
            ],
            [["World"], ["World"], ["World"], ["World"], []] as [Set<String>]))
    func `an import is recognised`(source: String, modules: Set<String>) {
        #expect(Self.imports(in: source) == modules)
    }

    /// The modules that a source imports.
    private static func imports(in source: String) -> Set<String> {
        let pattern =
            /^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
        return Set(source.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.output.1) })
    }
}
