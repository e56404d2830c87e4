import TestSupport
import Testing

/// What happens to a test whose tool is not installed.
struct RequirementTests {
    @Test func `a tool is found on the search path`() throws {
        #expect(try Requirement.tool("sh").isMet(hasToBe: true))
        #expect(Requirement.path(ofTool: "sh")?.hasSuffix("/sh") == true)
    }

    @Test func `a missing tool skips the test, or fails it where all is required`() throws {
        let missing = Requirement.tool("no-such-tool", package: "no-such-package")
        #expect(try !missing.isMet(hasToBe: false))
        #expect(throws: MissingRequirement.self) { try missing.isMet(hasToBe: true) }
    }
}
