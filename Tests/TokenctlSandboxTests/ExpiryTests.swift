import JOSE
import Synchronization
import Testing

@testable import TokenctlSandbox

/// What time does to codes, tokens and sessions.
struct ExpiryTests {
    /// A clock that goes on when told to.
    private final class Clock: Sendable {
        private let time = Mutex(Sandbox.now)

        var now: Int { time.withLock { $0 } }

        func advance(by seconds: Int) { time.withLock { $0 += seconds } }
    }

    @Test(arguments: [(599, nil), (600, 70008)])
    func `an authorization code lives ten minutes`(age: Int, code: Int?) async throws {
        let clock = Clock()
        try await Sandbox.serve(ProviderSettings(), clock: { clock.now }) { sandbox in
            let good = try #require(try await sandbox.authorize()["code"])
            clock.advance(by: age)
            let answer = try await sandbox.redeem(good)
            #expect(answer.body["error_codes"]?.arrayValue?.first?.intValue == code)
        }
    }

    @Test(arguments: [(899, 70016), (900, 70020)])
    func `a device code lives a quarter of an hour`(age: Int, code: Int) async throws {
        let clock = Clock()
        try await Sandbox.serve(ProviderSettings(), clock: { clock.now }) { sandbox in
            let device = try await sandbox.deviceCode()
            clock.advance(by: age)
            let error = try await sandbox.poll(device).errorCode()
            #expect(error == code)
        }
    }

    @Test func `a client that slows down is heard again`() async throws {
        let clock = Clock()
        var settings = ProviderSettings()
        settings.device.enforcesInterval = true
        try await Sandbox.serve(settings, clock: { clock.now }) { sandbox in
            let device = try await sandbox.deviceCode()
            for (pause, error) in [
                (0, "authorization_pending"), (4, "slow_down"), (9, "slow_down"), (15, "authorization_pending"),
            ] {
                clock.advance(by: pause)
                let answer = try await sandbox.poll(device).body["error"]?.stringValue
                #expect(answer == error)
            }
        }
    }

    @Test(arguments: [(89 * 86_400, nil), (90 * 86_400, 700_082)])
    func `a refresh token lives ninety days`(age: Int, code: Int?) async throws {
        let clock = Clock()
        try await Sandbox.serve(ProviderSettings(), clock: { clock.now }) { sandbox in
            let token = try await sandbox.refreshToken()
            clock.advance(by: age)
            let answer = try await sandbox.token(sandbox.refreshRequest(token))
            #expect(answer.body["error_codes"]?.arrayValue?.first?.intValue == code)
        }
    }

    @Test func `a session that is too old for the client is not used`() async throws {
        let clock = Clock()
        try await Sandbox.serve(ProviderSettings(), clock: { clock.now }) { sandbox in
            var browser = ScriptedBrowser(user: "alice")
            _ = try await sandbox.authorize(with: &browser)
            clock.advance(by: 61)
            let old = try await sandbox.authorize(["prompt": "none", "max_age": "60"], with: &browser)
            #expect(old["error"] == "login_required")
            let fresh = try await sandbox.authorize(["max_age": "60"], with: &browser)
            let id = try await sandbox.redeem(try #require(fresh["code"])).claims("id_token")
            #expect(id["auth_time"] == .integer(Sandbox.now + 61))
        }
    }
}
