import Foundation
import TestSupport
import Testing
import TokenctlCLI

/// The list of variables in the manual, and the sources that read them.
struct EnvironmentVariableTests {
    /// Looks like a variable that is read, and is none.
    static let others: Set = [
        // The variable that output formats set when none is named.
        "ACCESS_TOKEN"
    ]

    @Test func `every variable that is read is in the list`() throws {
        let read = try names(in: SourceTree.text)
        let listed = Set(EnvironmentVariables.all.map(\.name))
        #expect(read.contains("HOME") && read.contains("TOKENCTL_TENANT") && read.contains("https_proxy"))
        #expect(read.subtracting(listed).subtracting(Self.others) == [], "add these to EnvironmentVariables.all")
    }

    @Test func `every variable in the list is read`() throws {
        let read = try names(in: SourceTree.text)
        for variable in EnvironmentVariables.all {
            #expect(read.contains(variable.name), "\(variable.name) is not read")
        }
    }

    @Test func `no variable is listed twice, and each names an option that exists`() async throws {
        let options = Set(try await Definitions.load().flatMap(\.options))
        #expect(Set(EnvironmentVariables.all.map(\.name)).count == EnvironmentVariables.all.count)
        for variable in EnvironmentVariables.all {
            if let option = variable.option { #expect(options.contains(option), "\(variable.name): \(option)") }
        }
    }

    @Test(
        arguments: zip(
            [
                #"environment.first("NEW", "OTHER")"#, #"world.environment["NEW"]"#, #"getenv("NEW")"#,
                #"let variable = "NEW_NAME""#, #"environment.first("new_proxy")"#, #"Failure("set NEW or NEW_NAME")"#,
            ], [["NEW", "OTHER"], ["NEW"], ["NEW"], ["NEW_NAME"], ["new_proxy"], []] as [Set<String>]))
    func `a reader of variables is recognised`(source: String, names: Set<String>) {
        #expect(Self.names(in: source) == names)
    }

    private func names(in text: (String) throws -> String) throws -> Set<String> {
        let files = try SourceTree.files(under: "Sources", suffix: "").filter { path in
            [".swift", ".c", ".h"].contains { path.hasSuffix($0) } && !path.hasSuffix("/EnvironmentVariables.swift")
                && !path.contains("andbox/")
        }
        return try files.reduce(into: []) { $0.formUnion(Self.names(in: try text($1))) }
    }

    /// Literals that are names of variables by their form, and all literals that a variable is looked up by.
    private static func names(in source: String) -> Set<String> {
        let byForm = source.matches(of: /"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]+_proxy)"/).map { String($0.output.1) }
        let byUse = source.matches(of: /(?:nvironment(?:\.first\(|\[)|getenv\()([^)\]]*)[)\]]/)
            .flatMap { $0.output.1.matches(of: /"([A-Za-z0-9_]+)"/).map { String($0.output.1) } }
        return Set(byForm + byUse)
    }
}
