import Foundation
import ManPages
import TestSupport
import Testing

/// Pages of a small program that has what tokenctl may come to have.
struct ManualTests {
    static let dump = """
        {"serializationVersion": 0, "command": {"commandName": "tool", "abstract": "JWT things. And more.",
         "arguments": [
          {"kind": "flag", "shouldDisplay": true, "isOptional": true, "isRepeating": false, "valueName": "version",
           "names": [{"kind": "long", "name": "version"}], "abstract": "Show the version."}],
         "subcommands": [
          {"commandName": "help"},
          {"commandName": "hidden", "shouldDisplay": false},
          {"commandName": "cache", "abstract": "Work on \\\\backslashes, `ticks` and caf\\u00e9s.", "subcommands": [
           {"commandName": "list", "abstract": "List. 'Quoted' it begins.",
            "discussion": ".dots begin requests.\\n\\nA second paragraph with --options.",
            "arguments": [
             {"kind": "option", "shouldDisplay": true, "isOptional": false, "isRepeating": false, "valueName": "Ar",
              "names": [{"kind": "long", "name": "must-have"}, {"kind": "short", "name": "m"}],
              "allValues": ["one", "two"], "defaultValue": "one", "abstract": "Needed.", "sectionTitle": "Group"},
             {"kind": "option", "shouldDisplay": false, "isOptional": true, "isRepeating": false, "valueName": "x",
              "names": [{"kind": "long", "name": "secret-option"}], "abstract": "Not shown."},
             {"kind": "positional", "shouldDisplay": true, "isOptional": true, "isRepeating": true,
              "valueName": "files", "abstract": "What to list."}]}]}]}}
        """

    static let manual = Manual(
        date: "March 1, 2025", exitStatuses: [Manual.Entry("3", "All is lost.")],
        variables: [
            Manual.Variable("TOOL_MUST", "Stands in.", option: "--must-have"),
            Manual.Variable("OTHER", "Does not.", option: nil),
            Manual.Variable("NOT_HERE", "Stands in elsewhere.", option: "--must-have", section: "Elsewhere"),
        ], files: [Manual.Entry("~/.tool", "Things.")],
        examples: ["cache list": [Manual.Example("All of them:", "tool cache list --must-have 'a --b' | sort")]])

    let pages: [ManPage]

    init() throws { pages = try Self.manual.pages(dump: Array(Self.dump.utf8)) }

    private func text(_ name: String) throws -> String {
        try #require(pages.first { $0.fileName == name }).text
    }

    @Test func `a variable that a command does not look at is on the program's page only`() throws {
        #expect(try text("tool.1").contains("NOT_HERE"))
        #expect(try text("tool-cache.1").contains("TOOL_MUST"))
        #expect(try !text("tool-cache.1").contains("NOT_HERE"))
    }

    @Test func `there is a page for the program and one for each visible command`() {
        #expect(pages.map(\.fileName) == ["tool.1", "tool-cache.1"])
    }

    @Test(arguments: [
        ".Dd March 1, 2025\n", ".Nd JWT things\n", ".It Fl \\-version\n", ".It 3\nAll is lost.\n",
        ".It Ev TOOL_MUST\n", ".It Ev OTHER\n", ".It Pa \\(ti/.tool\n", ".Xr tool-cache 1 ,\n", ".It Cm cmd:COMMAND\n",
        ".Sh SECURITY CONSIDERATIONS\n",
    ])
    func `the program's page has what all commands share`(part: String) throws {
        #expect(try text("tool.1").contains(part))
    }

    @Test(arguments: [
        ".Nm tool-cache\n.Nd work on", ".Nm tool\n.Cm cache list\n", "\n.Fl \\-must\\-have Ar \\&Ar\n",
        ".Op Ar files ...\n", ".Ss \"cache list\"\n", ".It Fl m , Fl \\-must\\-have Ar \\&Ar\n",
        "Needed.\nOne of one or two.\nThe default is one.\nEnvironment: \\%TOOL_MUST.\n", ".It Ev TOOL_MUST\n",
        "\n\\&'Quoted' it begins.\n", "\n\\&.dots begin requests.\n.Pp\nA second paragraph with \\%\\-\\-options.\n",
        "\\eback", "\\(gaticks\\(ga", "caf\\[u00E9]s",
        "\ntool cache list \\-\\-must\\-have \\(aqa \\-\\-b\\(aq | sort\n",
    ])
    func `a command's page has the commands below it, and signs are only signs`(part: String) throws {
        #expect(try text("tool-cache.1").contains(part))
    }

    @Test(arguments: ["secret-option", "secret\\-option", "OTHER", "hidden"])
    func `what is hidden or belongs to others is not there`(part: String) throws {
        #expect(try !text("tool-cache.1").contains(part))
    }

    @Test(.requires(.tool("groff"))) func `groff has nothing to say`() async throws {
        for page in pages {
            let run = try await run("groff", ["-mandoc", "-ww", "-Tutf8", "-P-cbu"], page.text)
            #expect(run.status == 0 && run.stderr == "")
        }
        let page = try await run("groff", ["-mandoc", "-ww", "-Tutf8", "-P-cbu"], try text("tool-cache.1"))
        for part in ["\\backslashes", "cafés", "--must-have Ar", "'a --b' | sort"] {
            #expect(page.stdout.contains(part))
        }
    }

    @Test(.requires(.tool("mandoc"))) func `mandoc has nothing to say`() async throws {
        for page in pages {
            let run = try await run("mandoc", ["-T", "lint", "-W", "warning"], page.text)
            #expect(run.stdout == "")
            #expect(run.status == 0)
        }
    }

    @Test(arguments: ["{}", "[", #"{"serializationVersion": 1, "command": {"commandName": "tool"}}"#])
    func `a dump that is none is refused`(dump: String) {
        #expect(throws: DecodingError.self) { try Self.manual.pages(dump: Array(dump.utf8)) }
    }

    private func run(_ tool: String, _ options: [String], _ page: String) async throws -> ProcessRun {
        try await ProcessRun.of(try #require(Requirement.path(ofTool: tool)), options, input: Data(page.utf8))
    }
}
