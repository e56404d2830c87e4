import Foundation
import Glibc
import TestSupport
import Testing

/// An application's cache file in trouble: a token comes out all the same.
struct MSALCacheTroubleTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl
    private let folder: TemporaryFolder

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
        folder = try TemporaryFolder()
    }

    private func clientCredentials(_ cache: String? = nil) async throws -> (run: ProcessRun, seconds: Double) {
        let begin = ContinuousClock.now
        let run = try await tokenctl.clientCredentials(
            sandbox.options() + [
                "--scope", sandbox.announcement.scope, "--client-secret", "env:SECRET", "--msal-cache",
                cache ?? folder.location(of: "c.json"),
            ], environment: ["SECRET": sandbox.announcement.clientSecret])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.hasPrefix("eyJ"))
        let time = (ContinuousClock.now - begin).components
        return (run, Double(time.seconds) + Double(time.attoseconds) / 1e18)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test(arguments: [-3600.0, 0]) func `the lock file of a dead program is taken over, and goes`(
        age: Double
    ) async throws {
        let lock = try folder.write(Data("1 dead.py".utf8), to: "c.json.lockfile")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: age)], ofItemAtPath: lock.path(percentEncoded: false))
        let (run, seconds) = try await clientCredentials()
        #expect(run.stderr.isEmpty)
        #expect(try names() == ["c.json"])
        #expect((seconds > 5) == (age == 0), "a new one may have a holder that does not lock it")
        #expect(try await clientCredentials().run.stdout == run.stdout)
    }

    @Test func `a lock that somebody holds is waited for, and then nothing is written`() async throws {
        let lock = try folder.write(Data(), to: "c.json.lockfile")
        let holder = unsafe open(lock.path(percentEncoded: false), O_RDWR)
        #expect(flock(holder, LOCK_EX) == 0)
        let (run, seconds) = try await clientCredentials()
        close(holder)
        #expect(run.stderr.split(separator: "\n").count == 1)
        #expect(run.stderr.contains("c.json.lockfile"))
        #expect(seconds < 30)
        #expect(try names() == ["c.json.lockfile"])
    }

    /// Nobody can make files in /proc, not even root.
    @Test(arguments: ["/proc/tokenctl-test.json", "/proc/nothing/c.json"])
    func `where nothing can be written there is a warning`(path: String) async throws {
        let (run, _) = try await clientCredentials(path)
        #expect(run.stderr.split(separator: "\n").count == 1, "\(run.stderr)")
        #expect(run.stderr.contains("the MSAL cache is not written"), "\(run.stderr)")
    }

    @Test func `a file that is no cache stays as it is`() async throws {
        try folder.write(Data("{\"AccessToken\":".utf8), to: "c.json")
        let (run, _) = try await clientCredentials()
        #expect(run.stderr.split(separator: "\n").count == 1, "\(run.stderr)")
        #expect(try Data(contentsOf: folder.url.appending(path: "c.json")) == Data("{\"AccessToken\":".utf8))
        #expect(try names() == ["c.json"])
    }
}
