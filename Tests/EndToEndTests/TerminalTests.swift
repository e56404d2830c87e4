import Foundation
import TestSupport
import Testing

/// What a person sees and does at a terminal.
@Suite(.requires(Terminal.requirement))
struct TerminalTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox("--device-interval", "1")
        tokenctl = try Tokenctl()
    }

    private func command(_ name: String, _ more: String...) -> String {
        (["tokenctl", name] + sandbox.personOptions() + more).joined(separator: " ")
    }

    /// The kinds of terminals: how wide, and what the environment says.
    private static let kinds: [(Int, [String: String])] = [
        (60, [:]), (200, [:]), (80, ["TERM": "dumb"]), (80, ["NO_COLOR": "1"]),
        (60, ["TERM": "dumb", "NO_COLOR": "1"]),
    ]

    /// Addresses are never broken; all other lines fit.
    private func expectFit(_ lines: [String], columns: Int) {
        for line in lines where !line.contains("http") {
            #expect(line.count <= columns, "\(line)")
        }
    }

    @Test(arguments: kinds)
    func `the code and the address of the device sign-in stand alone`(
        columns: Int, environment: [String: String]
    ) async throws {
        let terminal = try await Terminal(
            columns: columns, of: tokenctl, environment: environment, command("device-code", "-o", "header"))
        let code = try await terminal.shows(/^ *([A-Z0-9]{9}) *$/)
        let lines = try await terminal.lines
        #expect(lines.contains("    \(sandbox.announcement.base)/device"), "\(lines)")
        #expect(lines.contains { $0.contains(sandbox.announcement.publicClientID) }, "\(lines)")
        #expect(lines.joined(separator: " ").contains(Sandbox.readScope), "\(lines)")
        expectFit(lines, columns: columns)
        #expect(try await terminal.colours.contains("\u{1B}[") == environment.isEmpty)
        try await sandbox.enter(code)
        #expect(try await terminal.shows(/^Authorization: (Bearer)/) == "Bearer")
        #expect(try await terminal.shows(/^status=(.*)/) == "0")
    }

    @Test func `the count-down is gone when the sign-in is done, and the file has only the token`() async throws {
        let file = tokenctl.configuration.location(of: "token")
        let terminal = try await Terminal(of: tokenctl, command("device-code", "> \(file)"))
        let code = try await terminal.shows(/^ *([A-Z0-9]{9}) *$/)
        _ = try await terminal.shows(/(\d+ s left)/)
        try await sandbox.enter(code)
        #expect(try await terminal.shows(/^status=(.*)/) == "0")
        #expect(try await !terminal.lines.contains { $0.contains("left") })
        let token = try String(contentsOfFile: file, encoding: .utf8)
        #expect(token.wholeMatch(of: /[\w-]+\.[\w-]+\.[\w-]+\n/) != nil, "\(token)")
    }

    @Test(arguments: [60, 200])
    func `the address of a sign-in page is never broken`(columns: Int) async throws {
        let terminal = try await Terminal(columns: columns, of: tokenctl, command("auth-code"))
        let url = try await terminal.shows(/^(http:\S+)$/)
        #expect(url.count > 200)
        expectFit(try await terminal.lines, columns: columns)
        let person = try await sandbox.authorize(url)
        #expect(person.status == 0, "\(person.stderr)")
        #expect(try await terminal.shows(/^status=(.*)/) == "0")
    }

    @Test func `the address that the browser ended at can be pasted`() async throws {
        let terminal = try await Terminal(
            columns: 200, of: tokenctl,
            command("auth-code", "--paste", "--redirect-uri", AuthCodeTests.nativeClient, "-o", "header"))
        let url = try await terminal.shows(/^(http:\S+)$/)
        let person = try await sandbox.authorize(url)
        try await terminal.type(person.stdout.trimmingCharacters(in: .newlines))
        try await terminal.press("Enter")
        #expect(try await terminal.shows(/^status=(.*)/) == "0")
        #expect(try await terminal.lines.contains { $0.hasPrefix("Authorization: Bearer ") })
    }

    @Test func `a typed password is not shown, and its use is discouraged once`() async throws {
        let terminal = try await Terminal(
            columns: 60, of: tokenctl, command("ropc", "--username", "alice@contoso.example", "-o", "header"))
        _ = try await terminal.shows(/([Pp]assword.*:)/)
        try await terminal.type("alice-password")
        try await terminal.press("Enter")
        #expect(try await terminal.shows(/^status=(.*)/) == "0")
        let lines = try await terminal.lines
        #expect(!lines.contains { $0.contains("alice-password") }, "\(lines)")
        #expect(lines.filter { $0.contains("discouraged") }.count == 1, "\(lines)")
        expectFit(lines.filter { !$0.hasPrefix("Authorization") }, columns: 60)
    }

    @Test(arguments: [
        ("device-code", "(left)"), ("auth-code", "^(http:)"),
        ("ropc --username alice@contoso.example", "(assword.*:)"),
    ])
    func `an interrupt ends it at once, leaves the terminal as it was and the cache empty`(
        flow: String, sign: String
    ) async throws {
        let terminal = try await Terminal(of: tokenctl, command(flow) + "; echo status=$?; stty -a")
        _ = try await terminal.shows(Regex(sign))
        let start = ContinuousClock.now
        try await terminal.press("C-c")
        #expect(try await terminal.shows(/status=(\d+)/) == "130")
        #expect(ContinuousClock.now - start < .seconds(20), "less than any time-out, on a machine that is busy")
        #expect(try await terminal.shows(/\s(-?echo)\s/) == "echo")
        #expect(try tokenctl.cacheFiles().isEmpty)
    }
}
