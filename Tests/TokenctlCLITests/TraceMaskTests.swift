import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct TraceMaskTests {
    private static let secret = #"s3/cr+et"x"#
    private let mask = TraceMask(secrets: [Secret(secret), Secret("")], salt: [1, 2])

    private func body(_ text: String) -> String { mask.body(Array(text.utf8)) }

    @Test func `a fingerprint tells secrets apart and shows none`() {
        // printf '\1\2s3cret' | sha256sum
        #expect(mask.fingerprint(of: "s3cret") == "[6 bytes, fingerprint f238a85a]")
        #expect(mask.fingerprint(of: "s3cret") != mask.fingerprint(of: "s3cres"))
        #expect(mask.fingerprint(of: "").hasPrefix("[0 bytes"))
        let another = TraceMask(secrets: [], salt: [3])
        #expect(mask.fingerprint(of: "s3cret") != another.fingerprint(of: "s3cret"), "a guess could be checked")
    }

    @Test(
        arguments: [
            "access_token", "refresh_token", "id_token", "client_info", "device_code", "user_code", "client_secret",
            "assertion", "client_assertion", "code", "saml_response", "Access_Token",
        ], [#""t0p"}"#, #"["t0p"]}"#, #"{"value":"t0p"}}"#])
    func `members that are secret by their names are masked, whatever they hold`(name: String, value: String) {
        let shown = body(#"{"a":1,"\#(name)":\#(value)"#)
        #expect(!shown.contains("t0p"), "\(shown)")
        #expect(shown.contains(#"{"a":1,"\#(name)":"["#))
        #expect(!body(#"{"x":[{"\#(name)":\#(value)]}"#).contains("t0p"))
    }

    @Test func `what one secret begins with does not leave another's end`() {
        let mask = TraceMask(secrets: [Secret("word&"), Secret("word&amp;")], salt: [])
        #expect(!mask.document("<Password>word&amp;</Password>").contains("amp;"))
    }

    @Test func `what a server says in a Kerberos login is not shown`() {
        let shown = mask.header("WWW-Authenticate", "Negotiate oYG3MI")
        #expect(shown.hasPrefix("Negotiate [6 bytes"))
        #expect(mask.header("WWW-Authenticate", "Negotiate") == "Negotiate")
        #expect(mask.header("www-authenticate", #"Basic realm="x""#) == #"Basic realm="x""#)
    }

    @Test func `other members are shown as they are`() {
        let text = #"{"token_type":"Bearer","expires_in":3599,"access_token":null,"x":[true,{"y":1.0}]}"#
        #expect(body(text) == text)
    }

    static let echoes = [
        #"{"error_description":"s3/cr+et\"x"}"#, #"{"error_description":"s3\/cr\u002bet\u0022x"}"#,
        #"{"x":[{"y":"<s3/cr+et\"x>"}]}"#,
    ]

    @Test(arguments: echoes)
    func `a secret that the server says back is masked, however it is escaped`(text: String) {
        let shown = body(text)
        #expect(!shown.contains("s3"), "\(shown)")
        #expect(shown.contains("[10 bytes, fingerprint "))
    }

    @Test func `a body that is no JSON is shown by its length only`() {
        #expect(body("<html>\(Self.secret)</html>") == "(\(13 + Self.secret.utf8.count) bytes)")
        #expect(body("") == "(empty)")
    }

    @Test func `headers are masked too, and cookies always`() {
        #expect(!mask.header("X-Echo", "a \(Self.secret) b").contains("s3"))
        #expect(mask.header("X-Echo", "plain") == "plain")
        #expect(mask.header("Set-Cookie", "session=1").hasPrefix("[9 bytes"))
        #expect(mask.header("set-cookie", "session=1").hasPrefix("[9 bytes"))
    }
}
