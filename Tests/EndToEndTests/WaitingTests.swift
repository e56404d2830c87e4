import Foundation
import TestSupport
import Testing

/// Who waits for another process that is getting the same token, for how long, and who does not.
struct WaitingTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func arguments(_ sandbox: Sandbox, scope: String? = nil) -> [String] {
        ["client-credentials"] + sandbox.options() + ["--scope", scope ?? sandbox.announcement.scope]
    }

    private func secret(_ sandbox: Sandbox) -> [String: String] {
        ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret]
    }

    /// Starts one that has asked the sandbox, and waits for the answer.
    private func startAsking(_ sandbox: Sandbox) async throws -> RunningProcess {
        let process = try tokenctl.start(arguments(sandbox) + ["--trace"], environment: secret(sandbox))
        _ = try await process.said(/(POST )/)
        return process
    }

    private func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    @Test(arguments: [[], ["-v"]])
    func `a waiter whose patience ends asks for itself, and says so to who wants to know`(more: [String]) async throws {
        let sandbox = try await Sandbox("--token-delay", "6000")
        let first = try await startAsking(sandbox)
        let second = try await tokenctl.run(
            arguments(sandbox) + ["--lock-timeout", "1"] + more, environment: secret(sandbox))
        #expect(second.status == 0, "\(second.stderr)")
        #expect(second.stderr.contains("asking too") == !more.isEmpty, "\(second.stderr)")
        #expect(second.stderr.isEmpty == more.isEmpty, "\(second.stderr)")
        #expect(try await first.end().status == 0)
        #expect(try await sandbox.tokenRequestCount() == 2)
    }

    @Test func `who has patience gets the other's answer`() async throws {
        let sandbox = try await Sandbox("--token-delay", "2000")
        let first = try await startAsking(sandbox)
        let second = try await tokenctl.run(arguments(sandbox), environment: secret(sandbox))
        expectToken(second)
        #expect(try await first.end().stdout == second.stdout)
        #expect(try await sandbox.tokenRequestCount() == 1)
    }

    @Test func `who holds a lock and is stopped delays its own token only, and for the time allowed`() async throws {
        let sandbox = try await Sandbox("--token-delay", "1000")
        let stopped = try await startAsking(sandbox)
        stopped.send(SIGSTOP)
        defer { stopped.send(SIGKILL) }
        let other = try await seconds {
            let scope = "api://billing/.default"
            expectToken(try await tokenctl.run(arguments(sandbox, scope: scope), environment: secret(sandbox)))
        }
        #expect(other < 15, "another key does not wait")
        let waiting = try await seconds {
            let patient = arguments(sandbox) + ["--lock-timeout", "3"]
            expectToken(try await tokenctl.run(patient, environment: secret(sandbox)))
        }
        #expect((3..<20).contains(waiting))
    }

    @Test func `who holds a lock and is killed delays nobody`() async throws {
        let sandbox = try await Sandbox("--token-delay", "3000")
        let killed = try await startAsking(sandbox)
        let second = try tokenctl.start(arguments(sandbox), environment: secret(sandbox))
        try await Task.sleep(for: .milliseconds(500))
        killed.send(SIGKILL)
        expectToken(try await second.end())
        #expect(try await sandbox.tokenRequestCount() == 2)
        #expect(try tokenctl.files().keys.filter { $0.hasSuffix(".lock") }.isEmpty)
    }

    private static var code: Regex<(Substring, Substring)> { /enter the code ([A-Z0-9]+)/ }

    @Test func `of several sign-ins one asks for a code, and the others use its answer`() async throws {
        let sandbox = try await Sandbox("--device-interval", "1")
        let arguments = ["device-code"] + sandbox.personOptions()
        let first = try tokenctl.start(arguments)
        let code = try await first.said(Self.code)
        let others = try (0..<4).map { _ in try tokenctl.start(arguments) }
        try await Task.sleep(for: .seconds(1))

        // Meanwhile nobody may be asked here, and that is not waited for.
        for (command, environment) in [
            ("device-code --non-interactive", [:]), ("auth-code", ["CI": "true"]), ("get", [:]),
        ] {
            let time = try await seconds {
                let words = command.split(separator: " ").map(String.init)
                let run = try await tokenctl.run(words + sandbox.personOptions(), environment: environment)
                #expect(run.status == 20, "\(command): \(run.stderr)")
                #expect(run.stdout.isEmpty)
            }
            #expect(time < 10, "\(command)")
        }

        try await sandbox.enter(code)
        let token = try await first.end()
        #expect(token.status == 0, "\(token.stderr)")
        for other in others {
            let run = try await other.end()
            expectToken(run)
            #expect(run.stdout == token.stdout)
        }
        #expect(try await sandbox.requestCount(to: "/devicecode") == 1)
    }

    @Test func `a refresh token that helps no more does not make anyone wait for a sign-in`() async throws {
        let sandbox = try await Sandbox("--device-interval", "1")
        let signedIn = try await tokenctl.signIn(at: sandbox)
        try await sandbox.decree("require-mfa", for: "alice")
        let device = ["device-code"] + sandbox.personOptions() + ["--force-refresh"]
        let first = try tokenctl.start(device)
        let code = try await first.said(Self.code)
        let time = try await seconds {
            let run = try await tokenctl.run(device + ["--non-interactive", "--timeout", "2"])
            #expect(run.status == 20, "\(run.stderr)")
        }
        #expect(time < 20)
        try await sandbox.enter(code)
        let run = try await first.end()
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout != signedIn.stdout)
    }
}
