import Foundation
import TestSupport
import Testing

/// Issuers that do not answer, or with something else: nobody can say then whether a token is good.
@Suite(.requires(PythonJudge.requirement))
struct HostileIssuerTests {
    private typealias Page = ScriptedIssuer.Page

    private static let html = Page(headers: ["Content-Type": "text/html"], body: "<html>Welcome</html>")
    private static let megabytes = Page(body: String(repeating: " ", count: 1 << 20), copies: 50)
    private static let silence = Page(status: 0)
    private static let deep = String(repeating: "[", count: 20_000)

    /// In place of the keys.
    private static let keys: [String: Page] = [
        "500": Page(status: 500), "404": Page(status: 404), "401": Page(status: 401), "html": html,
        "nothing": Page(), "cut-off": .json(#"{"keys":["#), "list": .json("[]"), "null": .json("null"),
        "object": .json(#"{"keys":{}}"#), "no-keys": .json("{}"),
        "twice": .json(#"{"keys":[],"keys":[]}"#), "deep": .json(#"{"keys":\#(deep)"#), "megabytes": megabytes,
        "silence": silence, "redirect": Page(status: 302, headers: ["Location": "@BASE@/elsewhere"]),
        "204": Page(status: 204), "zero-bytes": .json("{\"keys\":[]}\0"),
    ]

    /// In place of the metadata.
    private static let metadata: [String: Page] = [
        "500": Page(status: 500), "404": Page(status: 404), "html": html, "nothing": Page(), "list": .json("[]"),
        "megabytes": megabytes, "silence": silence, "deep": .json(#"{"issuer":\#(deep)"#),
        "redirect": Page(status: 302, headers: ["Location": "@BASE@/elsewhere"]),
        "no-issuer": .json(#"{"jwks_uri":"@BASE@/elsewhere"}"#),
        "no-uri": .json(#"{"issuer":"@ISSUER@"}"#),
        "other-issuer": .json(#"{"issuer":"@ISSUER@/","jwks_uri":"@BASE@/elsewhere"}"#),
        "file": .json(#"{"issuer":"@ISSUER@","jwks_uri":"file:///etc/hostname"}"#),
        "ftp": .json(#"{"issuer":"@ISSUER@","jwks_uri":"ftp://127.0.0.1/keys"}"#),
        "number": .json(#"{"issuer":"@ISSUER@","jwks_uri":1}"#),
        "no-url": .json(#"{"issuer":"@ISSUER@","jwks_uri":"http://["}"#),
    ]

    @Test func `without keys no token is judged, soon, whatever the issuer answers`() async throws {
        let server = try await ScriptedIssuer()
        let ways = ["good"] + Self.keys.keys.map { "keys-\($0)" } + Self.metadata.keys.map { "metadata-\($0)" }
        let forgery = try await Forgery.make(
            ways.map { .init(claims: Forgery.Token.claims(iss: #""@BASE@/\#($0)""#)) }, texts: [Forgery.keySet],
            values: ["BASE": server.base])
        let set = Page.json(forgery.texts[0])
        var pages = ScriptedIssuer.pages("good", keys: set)
        for (way, page) in Self.keys { pages.merge(ScriptedIssuer.pages("keys-\(way)", keys: page)) { $1 } }
        for (way, page) in Self.metadata {
            var page = page
            page.body = page.body.replacing("@ISSUER@", with: "@BASE@/metadata-\(way)")
            pages["/metadata-\(way)/.well-known/openid-configuration"] = [page]
        }
        pages["/elsewhere"] = [set]
        try server.answer(pages)
        for (way, token) in zip(ways, forgery.tokens) {
            let run = try await Tokenctl().verify(
                ["--issuer", "\(server.base)/\(way)", "--audience", "orders", "--timeout", "1"], token, timeLimit: 10)
            #expect(run.status == (way == "good" ? 0 : 31), "\(way): \(run.stderr)")
            #expect(run.stdout.isEmpty, "\(way)")
            #expect(way == "good" || run.stderr.contains("cannot be had: "), "\(way): \(run.stderr)")
        }
        #expect(try !server.requests.contains("/elsewhere"))
    }

    /// Key sets with no key for the token.
    private static let useless: [String: String] = [
        "empty": #"{"keys":[]}"#, "texts": #"{"keys":["k1"]}"#,
        "short": #"{"keys":[{"kty":"RSA","kid":"k1","n":"@SHORT_N@","e":"AQAB"}]}"#,
        "encryption": #"{"keys":[{"kty":"RSA","kid":"k1","n":"@RSA_N@","e":"AQAB","use":"enc"}]}"#,
        "secret": #"{"keys":[{"kty":"oct","kid":"k1","k":"@RSA_N@"}]}"#,
        "other": #"{"keys":[{"kty":"RSA","kid":"k1","n":"@ATTACKER_N@","e":"AQAB"}]}"#,
    ]

    @Test func `a token is refused when the issuer has no key that it could be signed with`() async throws {
        let server = try await ScriptedIssuer()
        let forgery = try await Forgery.make(
            Self.useless.keys.map { .init(claims: Forgery.Token.claims(iss: #""@BASE@/\#($0)""#)) },
            texts: Array(Self.useless.values), values: ["BASE": server.base])
        let pages = zip(Self.useless.keys, forgery.texts).map { ScriptedIssuer.pages($0, keys: .json($1)) }
        try server.answer(pages.reduce(into: [:]) { $0.merge($1) { $1 } })
        for (way, token) in zip(Self.useless.keys, forgery.tokens) {
            let run = try await Tokenctl().verify(["--issuer", "\(server.base)/\(way)", "--audience", "orders"], token)
            #expect(run.status == 30, "\(way): \(run.stderr)")
            #expect(run.stdout.isEmpty)
        }
    }

    @Test(.requires(TLSFront.requirement)) func `keys of an issuer with TLS are not fetched without`() async throws {
        let server = try await ScriptedIssuer()
        let front = try await TLSFront(to: server.port)
        let base = front.announcement.base
        let forgery = try await Forgery.make(
            ["good", "bad"].map { .init(claims: Forgery.Token.claims(iss: #""\#(base)/\#($0)""#)) },
            texts: [Forgery.keySet])
        var pages: [String: [Page]] = [:]
        for (way, keys) in [("good", "\(base)/good/keys"), ("bad", "@BASE@/bad/keys")] {
            pages["/\(way)/.well-known/openid-configuration"] = [
                .json(#"{"issuer":"\#(base)/\#(way)","jwks_uri":"\#(keys)"}"#)
            ]
            pages["/\(way)/keys"] = [.json(forgery.texts[0])]
        }
        try server.answer(pages)
        for (way, token, status) in [("good", forgery.tokens[0], 0), ("bad", forgery.tokens[1], 31)] {
            let run = try await Tokenctl().verify(
                ["--issuer", "\(base)/\(way)", "--audience", "orders", "--ca-file", front.announcement.ca], token)
            #expect(run.status == status, "\(way): \(run.stderr)")
        }
        #expect(try server.requests.contains("/good/keys"))
        #expect(try !server.requests.contains("/bad/keys"))
    }
}
