import Testing
import World

struct EnvironmentTests {
    private let environment = Environment { ["EMPTY": "", "SET": "value"][$0] }

    @Test func `the first variable that says something counts`() {
        #expect(environment.first("ABSENT", "EMPTY", "SET") == "value")
        #expect(environment.first("ABSENT", "EMPTY") == nil)
    }

    @Test func `a variable by its name is told as it stands`() {
        #expect(environment["EMPTY"]?.isEmpty == true)
        #expect(environment["ABSENT"] == nil)
    }
}
