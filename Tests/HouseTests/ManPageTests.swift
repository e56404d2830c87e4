import Foundation
import ManPages
import TestSupport
import Testing
import TokenctlCLI

/// The pages as people and their tools read them.
struct ManPageTests {
    @Test func `every visible option is on its page`() async throws {
        let pages = try await GeneratedManual.pages()
        for command in try await Definitions.load() {
            let name = command.path.prefix(2).joined(separator: "-")
            let page = try #require(pages.first { $0.fileName == "\(name).1" }?.text, "\(name)")
            // Those of every command are on the program's own page.
            let options = command.options.filter {
                command.path.count == 1 || !["-h", "--help", "--version"].contains($0)
            }
            for option in options {
                let flag = "Fl " + option.dropFirst().replacing("-", with: "\\-")
                let isThere = page.split(separator: "\n").contains {
                    $0.hasPrefix(".It ") && "\($0) ".contains("\(flag) ")
                }
                #expect(isThere, "\(option) is missing in \(name).1")
            }
        }
    }

    @Test func `every exit status and every variable is on the program's page`() async throws {
        let page = try #require(try await GeneratedManual.pages().first { $0.fileName == "tokenctl.1" }?.text)
        for status in CommandReference.exitStatuses { #expect(page.contains(".It \(status.code)\n")) }
        for variable in EnvironmentVariables.all { #expect(page.contains(".It Ev \(variable.name)\n")) }
    }

    @Test(.requires(.tool("groff")))
    func `groff formats every page without a warning`() async throws {
        for page in try await GeneratedManual.pages() {
            let run = try await run("groff", ["-mandoc", "-ww", "-Tascii", "-P-cbu"], on: page)
            #expect(run.status == 0 && run.stderr == "", "\(page.fileName)")
            #expect(run.stdout.contains("--error-format") || page.fileName != "tokenctl-decode.1")
        }
    }

    @Test(.requires(.tool("mandoc")))
    func `mandoc has nothing to warn of`() async throws {
        for page in try await GeneratedManual.pages() {
            let run = try await run("mandoc", ["-T", "lint", "-W", "warning"], on: page)
            #expect(run.status == 0 && run.stdout == "", "\(page.fileName)")
        }
    }

    private func run(_ tool: String, _ options: [String], on page: ManPage) async throws -> ProcessRun {
        try await ProcessRun.of(
            try #require(Requirement.path(ofTool: tool)), options, input: Data(page.text.utf8))
    }
}
