import Testing

@testable import World

struct WebURLTests {
    static let accepted: [(text: String, canonical: String)] = [
        ("https://login.example.com", "https://login.example.com"),
        ("HTTPS://Login.Example.COM/Path/Kept", "https://login.example.com/Path/Kept"),
        ("https://example.com:8443/a?b=c&d", "https://example.com:8443/a?b=c&d"),
        ("https://example.com?", "https://example.com?"),
        ("https://example.com:443", "https://example.com"), ("https://example.com:1", "https://example.com:1"),
        ("https://example.com:65535/", "https://example.com:65535/"), ("http://localhost:80", "http://localhost"),
        ("http://LOCALHOST:8080/x", "http://localhost:8080/x"), ("http://idp.localhost", "http://idp.localhost"),
        ("http://127.0.0.1:9", "http://127.0.0.1:9"), ("http://127.255.0.254", "http://127.255.0.254"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://[2001:DB8::1]:8443/x", "https://[2001:db8::1]:8443/x"), ("https://[fe80::1]", "https://[fe80::1]"),
        ("https://münchen.example/a%20b", "https://münchen.example/a%20b"),
        ("https://a_b.example", "https://a_b.example"),
        ("https://10.0.0.1", "https://10.0.0.1"), ("https://1.example", "https://1.example"),
        ("https://x/a@b:c", "https://x/a@b:c"),
        ("https://x?a@b", "https://x?a@b"),
    ]

    @Test(arguments: accepted)
    func `a URL that is safe is accepted, and written in one way`(text: String, canonical: String) throws {
        #expect(try WebURL(text).description == canonical)
    }

    static let refused: [(text: String, problem: WebURL.Problem)] = [
        ("", .notAbsolute), ("example.com", .notAbsolute), ("//example.com", .notAbsolute),
        ("ftp://example.com", .notAbsolute), ("file:///etc/passwd", .notAbsolute), ("https:/example.com", .notAbsolute),
        ("javascript:alert(1)", .notAbsolute), ("https:", .notAbsolute), ("https:/\u{338}/example.com", .notAbsolute),
        ("http://example.com", .notSecure), ("http://localhost.evil.com", .notSecure),
        ("http://127.0.0.1.evil.com", .notSecure), ("http://evil-localhost", .notSecure),
        ("http://evillocalhost", .notSecure), ("http://128.0.0.1", .notSecure), ("http://127.1", .notSecure),
        ("http://2130706433", .notSecure), ("http://0x7f.0.0.1", .notSecure), ("http://127.0.0.256", .notSecure),
        ("http://127.0.0.1.2", .notSecure), ("http://0.0.0.0", .notSecure), ("http://[::]", .notSecure),
        ("http://[::2]", .notSecure), ("http://[::ffff:8.8.8.8]", .notSecure), ("http://169.254.169.254", .notSecure),
        ("http://ｌocalhost", .notSecure), ("http://localhost.", .badHost), ("https://", .badHost),
        ("https:///path", .badHost), ("https://?q", .badHost), ("https://:443", .badHost), ("https://a..b", .badHost),
        ("https://.a", .badHost), ("https://a.", .badHost), ("https://a,b", .badHost), ("https://a%2eb", .badHost),
        ("https://a;b", .badHost), ("https://a'b", .badHost), ("https://[::1", .badHost), ("https://::1", .badHost),
        ("https://127.1", .badHost), ("https://2130706433", .badHost), ("https://0x7f.1", .badHost),
        ("https://a.0x7f000001", .badHost), ("https://0177.0.0.1", .badHost), ("https://1.2.3.256", .badHost),
        ("https://1.2.3.4.5", .badHost), ("https://example.1", .badHost),
        ("https://[]", .badHost), ("https://[", .badHost), ("https://[1]", .badHost), ("https://[::1]x", .badHost),
        ("https://[::g]", .badHost), ("https://[ｆ::1]", .badHost), ("https://a:b:1", .badHost),
        ("https://a:", .badPort), ("https://a:0", .badPort), ("https://a:65536", .badPort),
        ("https://a:-1", .badPort), ("https://a:+1", .badPort), ("https://a:1x", .badPort), ("https://a:１", .badPort),
        ("https://a:99999999999999999999", .badPort), ("https://[::1]:x", .badPort),
        ("https://user@example.com", .userInfo), ("https://user:password@example.com", .userInfo),
        ("https://login.example.com@evil.com", .userInfo), ("https://@example.com", .userInfo),
        ("http://localhost@evil.com", .userInfo), ("http://localhost:80@evil.com", .userInfo),
        ("https://a#b", .fragment), ("https://evil.com#.login.example.com", .fragment),
        ("https://evil.com\\@login.example.com", .badCharacter), ("https:\\\\evil.com", .badCharacter),
        ("https://a b", .badCharacter), ("https://a/\tb", .badCharacter), ("https://a/\r\nHost: b", .badCharacter),
        ("https://a/\u{0}", .badCharacter), ("https://a/\u{7F}", .badCharacter), (" https://a", .badCharacter),
        ("https://a\n", .badCharacter), ("https://a/<b>", .badCharacter), ("https://a/\"", .badCharacter),
        ("https://a/{b}", .badCharacter), ("https://a/ü", .badCharacter), ("https://a/x#\u{301}y", .badCharacter),
        ("https://a/x?\u{301}y", .badCharacter), ("https://a/\u{85}b", .badCharacter),
        ("https://a/\u{202E}b", .badCharacter),
    ]

    @Test(arguments: refused)
    func `a URL that is not is refused for the right reason`(text: String, problem: WebURL.Problem) {
        #expect(throws: problem) { try WebURL(text) }
    }

    @Test func `every reason is told in words`() {
        let problems = Set(Self.refused.map(\.problem.reason))
        #expect(problems.count == 7)
        #expect(problems.allSatisfy { $0.hasPrefix("it") })
    }

    @Test func `the port is told with and without the default`() throws {
        #expect(try WebURL("https://a").hostAndPort == "a")
        #expect(try WebURL("https://a").hostAndEffectivePort == "a:443")
        #expect(try WebURL("http://localhost").hostAndEffectivePort == "localhost:80")
        #expect(try WebURL("http://[::1]:81").hostAndPort == "[::1]:81")
    }

    @Test func `another path on the same server drops the query`() throws {
        #expect(try WebURL("http://localhost:81/a?b").with(path: "/c").description == "http://localhost:81/c")
    }

    @Test(
        arguments: [
            ("localhost", true), ("a.localhost", true), ("127.0.0.1", true), ("127.9.9.9", true), ("[::1]", true),
            ("localhost.example", false), ("127.0.0.1.example", false), ("127.0.0", false), ("126.0.0.1", false),
            ("127.0.0.", false), ("", false), ("[::2]", false),
        ])
    func `only names and addresses of this machine are loopback`(host: String, expected: Bool) {
        #expect(WebURL.isLoopback(host: host) == expected)
    }
}
