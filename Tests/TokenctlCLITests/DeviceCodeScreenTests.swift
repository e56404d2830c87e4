import FakeWorld
import OAuth
import Synchronization
import Testing
import World

@testable import TokenctlCLI

/// What a person sees while signing in on another device.
struct DeviceCodeScreenTests {
    private static let body =
        #"{"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"https://idp.example/device","#
        + #""verification_uri_complete":"https://idp.example/device?c=ABCD","message":"Go there.\u001b[2J"}"#

    private struct Codes: QRCodes {
        func lines(for text: String, isPlain: Bool) throws(Failure) -> [String] { ["QR \(text) \(isPlain)"] }
    }

    private final class Opened: Browser {
        let urls = Mutex<[String]>([])

        func open(_ url: WebURL) throws(Failure) { urls.withLock { $0.append(url.description) } }
    }

    private func show(
        on terminal: RecordingTerminal, browser: any Browser = Missing(), qr: Bool = false, copy: Bool = false,
        open: Bool = false
    ) throws {
        let world = World.fake(terminal: terminal, browser: browser, qrCodes: Codes())
        let screen = DeviceCodeScreen(
            request: TokenRequest(
                provider: .issuer(try Issuer("https://idp.example")), clientID: "app", scopes: Scopes("a b"),
                subject: .user(nil)),
            opensBrowser: open, showsQRCode: qr, copiesCode: copy, world: world,
            notices: Notices(terminal: terminal, isQuiet: false, isVerbose: false))
        let answer = HTTPResponse(status: 200, body: Array(Self.body.utf8))
        screen.presentation.show(try DeviceAuthorization(answer))
    }

    @Test(arguments: [30, 60, 200])
    func `the address and the code stand alone, and the rest fits`(width: Int) throws {
        let terminal = RecordingTerminal(isWatched: true, width: width)
        try show(on: terminal)
        #expect(terminal.notes.contains("    https://idp.example/device"))
        #expect(terminal.notes.contains("    ABCD-EFGH"))
        let prose = terminal.notes.filter { !$0.hasPrefix("    ") }
        #expect(prose.allSatisfy { $0.count <= width })
        #expect(prose.joined(separator: " ").contains("app app at https://idp.example for a b."))
    }

    @Test func `without a terminal the provider's own words are passed on, harmless`() throws {
        let terminal = RecordingTerminal()
        try show(on: terminal)
        #expect(terminal.notes == ["Go there.[2J"])
    }

    @Test func `the address with the code in it is what a telephone reads and a browser opens`() throws {
        let terminal = RecordingTerminal(isWatched: true)
        let browser = Opened()
        try show(on: terminal, browser: browser, qr: true, open: true)
        #expect(terminal.notes.contains("QR https://idp.example/device?c=ABCD true"))
        #expect(browser.urls.withLock { $0 } == ["https://idp.example/device?c=ABCD"])
    }

    @Test func `the code is copied through the terminal, where there is one that can`() throws {
        let able = RecordingTerminal(isWatched: true, isPlain: false)
        try show(on: able, copy: true)
        #expect(able.notes.contains("\u{1B}]52;c;QUJDRC1FRkdI\u{07}"))
        let plain = RecordingTerminal(isWatched: true, isPlain: true)
        try show(on: plain, copy: true)
        #expect(!plain.notes.contains { $0.contains("]52;") })
    }
}
