import FakeWorld
import Testing
import World

struct ProxySettingsTests {
    static let environments: [([String: String], ProxySettings)] = [
        ([:], ProxySettings()),
        (["https_proxy": "a", "HTTPS_PROXY": "b", "all_proxy": "c"], ProxySettings(https: "a", http: "c")),
        (["HTTPS_PROXY": "b", "ALL_PROXY": "d"], ProxySettings(https: "b", http: "d")),
        (["https_proxy": "", "HTTPS_PROXY": "b"], ProxySettings(https: "b")),
        (["all_proxy": "c", "ALL_PROXY": "d"], ProxySettings(https: "c", http: "c")),
        (["http_proxy": "h", "HTTP_PROXY": "i", "no_proxy": "x,.y"], ProxySettings(http: "h", exceptions: "x,.y")),
        (["NO_PROXY": "*"], ProxySettings(exceptions: "*")),
    ]

    @Test(arguments: environments)
    func `the environment is read as curl reads it`(environment: [String: String], expected: ProxySettings) {
        #expect(ProxySettings(environment: Environment { environment[$0] }) == expected)
    }

    @Test(
        arguments: [
            ("https://example.com", "http://secure", "http://secure"),
            ("https://localhost", "http://secure", "http://secure"),
            ("http://localhost:8080", "http://proxy.example:3128", nil), ("http://localhost", "proxy.example", nil),
            ("http://localhost", "localhost:3128", "localhost:3128"),
            ("http://localhost", "http://127.0.0.1:3128/", "http://127.0.0.1:3128/"),
            ("http://localhost", "socks5h://user:p@[::1]:1080", "socks5h://user:p@[::1]:1080"),
            ("http://localhost", "http://localhost@evil.example", nil),
            ("http://localhost", "http://localhost.evil.example:80", nil), ("http://localhost", "http://", nil),
        ] as [(String, String, String?)])
    func `plain HTTP never leaves this machine through a proxy`(url: String, proxy: String, expected: String?) throws {
        let settings = ProxySettings(https: "http://secure", http: proxy)
        #expect(settings.proxy(for: try WebURL(url)) == expected)
    }

    @Test func `without a proxy there is none`() throws {
        #expect(ProxySettings().proxy(for: try WebURL("https://a")) == nil)
        #expect(ProxySettings(https: "p").proxy(for: try WebURL("http://localhost")) == nil)
    }
}
