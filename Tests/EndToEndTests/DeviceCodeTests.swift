import Foundation
import TestSupport
import Testing

/// Sign-ins on another device, at the sandbox.
struct DeviceCodeTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func start(at sandbox: Sandbox, _ more: String...) throws -> RunningProcess {
        try tokenctl.start(["device-code"] + sandbox.personOptions() + more)
    }

    /// Where the code stands in the server's message.
    private static var code: Regex<(Substring, Substring)> { /enter the code ([A-Z0-9]+)/ }

    @Test(arguments: [["--device-interval", "1"], ["--device-interval", "1", "--errors-as-200"]])
    func `who approves gets in`(options: [String]) async throws {
        let sandbox = try await Sandbox(options)
        let device = try start(at: sandbox, "--trace")
        let code = try await device.said(Self.code)
        _ = try await device.said(/(authorization_pending)/)
        try await sandbox.enter(code)
        let run = try await device.end()
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.split(separator: ".").count == 3)
    }

    @Test func `without a terminal the server's message is all that is said`() async throws {
        let sandbox = try await Sandbox("--device-interval", "1")
        let device = try start(at: sandbox)
        let code = try await device.said(Self.code)
        try await sandbox.enter(code)
        let run = try await device.end()
        #expect(run.status == 0)
        #expect(run.stderr.split(separator: "\n").count == 1, "\(run.stderr)")
        #expect(run.stderr.contains("\(sandbox.announcement.base)/device"), "\(run.stderr)")
        #expect(!run.stderr.contains("\u{1B}"))
    }

    @Test(arguments: [["--device-interval", "1"], ["--device-interval", "1", "--errors-as-200"]])
    func `who declines is not asked again`(options: [String]) async throws {
        let sandbox = try await Sandbox(options)
        let device = try start(at: sandbox)
        try await sandbox.enter(device.said(Self.code), answer: "decline")
        let run = try await device.end()
        #expect(run.status == 21, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("AADSTS70017"), "\(run.stderr)")
        #expect(run.stderr.contains("hint: "), "\(run.stderr)")
        #expect(try tokenctl.cacheFiles().isEmpty)
    }

    @Test(arguments: [[], ["--wait", "1"]])
    func `a code runs out`(options: [String]) async throws {
        let sandbox = try await Sandbox(
            "--device-interval", "1", "--device-code-lifetime", options.isEmpty ? "2" : "900")
        let run = try await tokenctl.run(["device-code"] + sandbox.personOptions() + options)
        #expect(run.status == 23, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("hint: "), "\(run.stderr)")
    }

    @Test func `who is told to slow down asks five seconds later`() async throws {
        let sandbox = try await Sandbox("--device-interval", "1", "--slow-down", "1", "--enforce-interval")
        let start = ContinuousClock.now
        let device = try self.start(at: sandbox, "--trace")
        try await sandbox.enter(device.said(Self.code))
        let run = try await device.end()
        #expect(run.status == 0, "\(run.stderr)")
        // Who asked too early again would be told again.
        #expect(run.stderr.ranges(of: "\"slow_down\"").count == 1, "\(run.stderr)")
        #expect(ContinuousClock.now - start > .seconds(7))
    }

    @Test func `two at once ask for one code`() async throws {
        let sandbox = try await Sandbox("--device-interval", "1")
        let first = try start(at: sandbox)
        let code = try await first.said(Self.code)
        let second = try start(at: sandbox)
        try await Task.sleep(for: .milliseconds(500))
        try await sandbox.enter(code)
        let (one, other) = try await (first.end(), second.end())
        #expect(one.status == 0, "\(one.stderr)")
        #expect(other.status == 0, "\(other.stderr)")
        #expect(one.stdout == other.stdout)
        #expect(!other.stderr.contains("enter the code"), "\(other.stderr)")
        #expect(try await sandbox.requestCount(to: "/devicecode") == 1)
    }
}
