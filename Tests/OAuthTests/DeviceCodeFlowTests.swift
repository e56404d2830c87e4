import FakeWorld
import JOSE
import Synchronization
import Testing
import World

@testable import OAuth

struct DeviceCodeFlowTests {
    private static let codes =
        #"{"device_code":"secret-code","user_code":"ABCD","verification_uri":"https://idp.example/go","#
        + #""expires_in":60,"interval":7}"#

    private let issuer: SigningIssuer
    private let clock = FakeClock()

    init() throws { issuer = try SigningIssuer() }

    /// What the person saw, for other threads' sake in a class of its own.
    private final class Screen: Sendable {
        let codes = Mutex<[String]>([])
        let isFinished = Mutex(false)
    }

    private func run(
        _ steps: [ScriptedTransport.Step], codes: String = codes, patience: Int? = nil, screen: Screen = Screen()
    ) throws -> (token: AcquiredToken, seconds: Int) {
        let transport = ScriptedTransport([SigningIssuer.metadata, .answer(SigningIssuer.device, codes)] + steps)
        defer { #expect(transport.isExhausted) }
        let presentation = DeviceCodeFlow.Presentation { authorization in
            screen.codes.withLock { $0.append(authorization.userCode) }
        } wait: { _ in
        } finish: {
            screen.isFinished.withLock { $0 = true }
        }
        let flow = DeviceCodeFlow(
            client: SigningIssuer.client(transport), patience: patience, presentation: presentation)
        let start = clock.ticks
        let token = try flow.run(try SigningIssuer.request(), in: .fake(clock: clock, transport: transport))
        return (token, (clock.ticks - start) / 1000)
    }

    @Test func `the provider's interval is kept until the person has signed in`() throws {
        let screen = Screen()
        let (token, seconds) = try run(
            [
                SigningIssuer.refusal("authorization_pending"), SigningIssuer.refusal("authorization_pending"),
                issuer.answer(idToken: try issuer.idToken(now: clock.now)), issuer.keySet,
            ], screen: screen)
        #expect(token.accessToken == "at")
        #expect(token.refreshToken == "r1")
        #expect(token.account?.username == "ann@idp.example")
        #expect(token.account?.homeAccountID == "s")
        #expect(seconds == 21)
        #expect(screen.codes.withLock { $0 } == ["ABCD"])
        #expect(screen.isFinished.withLock { $0 })
    }

    @Test func `slow_down adds five seconds for good, also with HTTP 200`() throws {
        let (_, seconds) = try run([
            SigningIssuer.refusal("slow_down", status: 200), SigningIssuer.refusal("authorization_pending"),
            issuer.answer(idToken: nil),
        ])
        #expect(seconds == 7 + 12 + 12)
    }

    @Test func `a connection that fails is tried again, each time later`() throws {
        let failure = Failure(.unavailable, "no route", isRetryable: true)
        let (_, seconds) = try run([
            .failure(SigningIssuer.token, failure), .failure(SigningIssuer.token, failure), issuer.answer(idToken: nil),
        ])
        #expect(seconds == 7 + 14 + 28)
    }

    static let ends: [(error: String, code: Failure.Code)] = [
        ("access_denied", .denied), ("authorization_declined", .denied), ("expired_token", .expired),
        ("code_expired", .expired), ("invalid_grant", .refused),
    ]

    @Test(arguments: ends)
    func `other answers end it at once`(error: String, code: Failure.Code) {
        let screen = Screen()
        #expect(throws: Failure(code, "")) { try run([SigningIssuer.refusal(error)], screen: screen) }
        #expect(screen.isFinished.withLock { $0 }, "the screen is left as it was")
    }

    @Test func `nobody signs in before the code runs out`() {
        let pending = Array(repeating: SigningIssuer.refusal("authorization_pending"), count: 8)
        #expect(throws: Failure(.expired, "")) { try run(pending) }
    }

    @Test func `the person gets no longer than was allowed`() {
        let pending = Array(repeating: SigningIssuer.refusal("authorization_pending"), count: 2)
        #expect(throws: Failure(.expired, "")) { try run(pending, patience: 20) }
    }

    static let badStarts = [
        "{}", "<html>", #"{"device_code":"d","user_code":"u"}"#,
        #"{"device_code":"d","user_code":"u","verification_uri":"http://elsewhere.example"}"#,
    ]

    @Test(arguments: badStarts)
    func `an answer without a code or a page makes no sense`(codes: String) {
        #expect(throws: Failure(.protocolError, "")) { try run([], codes: codes) }
    }

    @Test func `a bad id token fails the flow`() throws {
        let forged = try SigningIssuer().idToken(now: clock.now)
        #expect(throws: Failure(.protocolError, "")) { try run([issuer.answer(idToken: forged), issuer.keySet]) }
    }
}
