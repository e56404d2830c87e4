import Testing
import World

@testable import TokenctlCLI

struct OutputFormatTests {
    @Test(arguments: OutputFormat.Kind.allCases)
    func `each format is known by its name`(kind: OutputFormat.Kind) throws {
        let format = try OutputFormat(kind.rawValue, by: "--output")
        #expect(format.kind == kind)
        #expect(format.variable == (kind.defaultVariable ?? ""))
    }

    @Test(
        arguments: [
            ("env:MY_TOKEN", "MY_TOKEN"), ("fish:_x1", "_x1"), ("powershell:T", "T"), ("github:T", "T"),
            ("azure-pipelines:T", "T"), ("gitlab:T", "T"), ("env", "ACCESS_TOKEN"),
        ])
    func `a variable is named behind a colon`(text: String, variable: String) throws {
        #expect(try OutputFormat(text, by: "--output").variable == variable)
    }

    @Test(
        arguments: [
            "", "xml", "Token", "token ", "json:", "token:X", "header:X", "env:", "env:1X", "env:A B", "env:A-B",
            "env:A=B",
            "env:$(id)", "env:A;id", "env:A\nB", "env:é", "env:A:B", "env:E\u{301}", "env:１", ":X", "kubernetes:X",
        ])
    func `what could smuggle something in is refused`(text: String) {
        let error = #expect(throws: Failure(.usage, "")) { try OutputFormat(text, by: "--output") }
        #expect(error?.message.contains("--output") == true || error?.hint?.contains("leave out") == true)
    }

    @Test func `the names are listed for one that is unknown`() {
        let error = #expect(throws: Failure(.usage, "")) { try OutputFormat("xml", by: "TOKENCTL_OUTPUT") }
        #expect(error?.message.contains("TOKENCTL_OUTPUT") == true)
        #expect(error?.hint?.contains("token, json, claims, id-token, header") == true)
    }
}
