import Foundation
import TestSupport
import Testing

/// Microsoft's own library and tokenctl with each other's caches, by copies and on one file.
@Suite(
    .requires(PythonJudge.requirement), .requires(MSALProgram.requirement), .requires(TLSFront.requirement),
    .requires(.tool("curl")))
struct MSALCacheFileTests {
    private static let alice = "alice@contoso.example"
    private static let shell = "a1a1a1a1-0000-4000-8000-000000000005"
    private static let editor = "a1a1a1a1-0000-4000-8000-000000000006"

    private let sandbox: Sandbox
    private let front: TLSFront
    private let tokenctl: Tokenctl
    private let folder: TemporaryFolder

    init() async throws {
        sandbox = try await Sandbox()
        front = try await TLSFront(to: sandbox.announcement.port)
        tokenctl = try Tokenctl()
        folder = try TemporaryFolder()
    }

    private var cache: String { folder.location(of: "cache.json") }

    private func msal(_ clientID: String? = nil) -> MSALProgram {
        MSALProgram(
            sandbox: sandbox, front: front, clientID: clientID ?? sandbox.announcement.publicClientID, cache: cache)
    }

    private func options(_ clientID: String? = nil, scope: String = Sandbox.readScope) -> [String] {
        [
            "--authority", front.announcement.base, "--tenant", sandbox.announcement.tenant, "--client-id",
            clientID ?? sandbox.announcement.publicClientID, "--scope", scope, "--ca-file", front.announcement.ca,
        ]
    }

    private func tokenctl(_ arguments: [String], input: String = "") async throws -> ProcessRun {
        let run = try await tokenctl.run(arguments, input: input)
        #expect(run.status == 0, "\(arguments): \(run.stderr)")
        return run
    }

    private func report(_ arguments: [String], input: String = "") async throws -> TokenReport {
        try TokenReport(try await tokenctl(arguments + ["-o", "json"], input: input))
    }

    @Test func `what msal has is imported and used, and what tokenctl has is exported and used`() async throws {
        let first = try await msal().run("sign_in")
        #expect(first.result?.accessToken != nil, "\(first.result?.error ?? "")")
        let requests = try await sandbox.tokenRequestCount()

        _ = try await tokenctl(["cache", "import", cache, "--authority", front.announcement.base])
        let hit = try await report(["get"] + options() + ["--account", Self.alice])
        #expect(hit.source == "cache")
        #expect(hit.accessToken == first.result?.accessToken)

        let export = try await tokenctl(["cache", "export"])
        try folder.write(export.outputBytes, to: "cache.json")
        let again = try await msal().run("silent")
        #expect(again.accounts == [Self.alice])
        #expect(again.result?.accessToken == first.result?.accessToken)
        #expect(again.result?.tokenSource == "cache")
        #expect(try await sandbox.tokenRequestCount() == requests, "all of it came from the caches")

        #expect(try await report(["refresh"] + options()).source == "refresh")
        #expect(try await msal().run("refresh").result?.tokenSource == "identity_provider")
    }

    @Test func `msal and tokenctl take turns on one file`() async throws {
        let onFile = options() + ["--msal-cache", cache]
        let first = try await msal().run("sign_in")
        let hit = try await report(["get"] + onFile)
        #expect(hit.source == "cache")
        #expect(hit.accessToken == first.result?.accessToken)
        let refreshed = try await report(["refresh"] + onFile)
        #expect(refreshed.source == "refresh")
        #expect(try await msal().run("silent").result?.accessToken == refreshed.accessToken)
        let third = try await msal().run("refresh")
        #expect(third.result?.tokenSource == "identity_provider", "\(third.result?.error ?? "")")
        #expect(
            try await report(["get"] + onFile + ["--account", Self.alice]).accessToken == third.result?.accessToken)

        #expect(try tokenctl.files().isEmpty, "no copy is kept")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cache.json"])
        let attributes = try FileManager.default.attributesOfItem(atPath: cache)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `tokenctl signs in on a file that is not there yet, and msal goes on`() async throws {
        let token = try await report(
            ["ropc", "--msal-cache", cache, "--username", Self.alice, "--password", "stdin"] + options(),
            input: "alice-password")
        let outcome = try await msal().run("silent")
        #expect(outcome.accounts == [Self.alice])
        #expect(outcome.result?.accessToken == token.accessToken)
        #expect(outcome.result?.tokenSource == "cache")
    }

    /// Each looks after every write whether it is still there.
    @Test(arguments: MSALProgram.Lock.allCases)
    func `no writer's update is lost, and no reader is disturbed, while many work on one file`(
        lock: MSALProgram.Lock
    ) async throws {
        var program = msal()
        program.lock = lock
        _ = try await program.run("sign_in")
        let end = ContinuousClock.now + .seconds(5)
        let scopes = ["api://orders", "api://billing", "https://graph.microsoft.com"].map { $0 + "/.default" }
        try await withThrowingTaskGroup { [program] group in
            group.addTask {
                let outcome = try await program.run("mix", seconds: 5)
                #expect(outcome.lost == 0)
                #expect(outcome.rounds ?? 0 > 1)
            }
            for scope in scopes {
                group.addTask {
                    let command =
                        [
                            "client-credentials", "--client-secret", "env:SECRET", "--msal-cache", cache, "--scope",
                            scope,
                        ]
                        + sandbox.options()
                    let secret = ["SECRET": sandbox.announcement.clientSecret]
                    while ContinuousClock.now < end {
                        let written = try await tokenctl.run(command + ["--force-refresh"], environment: secret)
                        try await Task.sleep(for: .milliseconds(50))
                        let read = try await tokenctl.run(command, environment: secret)
                        #expect(written.status == 0)
                        #expect(read.stdout == written.stdout)
                        #expect(written.stderr + read.stderr == "")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cache.json"])
    }

    @Test func `an app uses the refresh token of another one of its family, and msal does so too`() async throws {
        let signIn = ["ropc", "--username", Self.alice, "--password", "stdin"]
        let first = try await report(signIn + options(Self.shell), input: "alice-password")
        let second = try await report(["get"] + options(Self.editor))
        #expect(second.source == "refresh")
        #expect(second.account == first.account)
        #expect(try await report(["get"] + options(Self.editor)).source == "cache")

        let export = try await tokenctl(["cache", "export", "--client-id", Self.shell])
        try folder.write(export.outputBytes, to: "cache.json")
        let outcome = try await msal(Self.editor).run("silent")
        #expect(outcome.result?.tokenSource == "identity_provider", "\(outcome.result?.error ?? "")")
        // On msal's file the family's tokens do as well.
        try folder.write(export.outputBytes, to: "cache.json")
        #expect(try await report(["get", "--msal-cache", cache] + options(Self.editor)).source == "refresh")
    }

    @Test func `an app of no family is told so once, and the family's token stays`() async throws {
        let signIn = ["ropc", "--username", Self.alice, "--password", "stdin"]
        _ = try await report(signIn + options(Self.shell), input: "alice-password")
        for requests in [1, 0] {
            let before = try await sandbox.tokenRequestCount()
            let run = try await tokenctl.run(["get"] + options())
            #expect(run.status == 20, "\(run.stderr)")
            #expect(try await sandbox.tokenRequestCount() == before + requests)
        }
        #expect(try await report(["refresh"] + options(Self.shell)).source == "refresh")

        let export = try await tokenctl(["cache", "export", "--client-id", Self.shell])
        try folder.write(export.outputBytes, to: "cache.json")
        let outcome = try await msal().run("silent")
        #expect(outcome.accounts == [Self.alice])
        #expect(outcome.result?.accessToken == nil)
    }
}
