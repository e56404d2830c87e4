import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct AccessTokenEntryTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let now = 1_754_300_000

    /// What a look-up finds in a file with one row, made of a good one and what is changed in it.
    private func lookUp(_ changes: [String: JSON?], clientID: String = "app") throws -> AcquiredToken? {
        var row: JSONObject = [
            "credential_type": .string("AccessToken"), "secret": .string("t"), "home_account_id": .null,
            "environment": .string("login.example.com"), "client_id": .string("app"), "target": .string("a b"),
            "realm": .string(Self.tenant), "token_type": .string("Bearer"), "cached_at": .string("1754300000"),
            "expires_on": .string("1754303599"), "extended_expires_on": .string("1754303599"),
        ]
        for (name, value) in changes { row[name] = value }
        let file: JSON = .object(["AccessToken": .object(["k": .object(row)])])
        let store = FakeStore()
        store.files = ["app@login.example.com@\(Self.tenant)@app.json": file.compact]
        let cache = TokenCache(store: store, clock: FakeClock(Self.now)) { Issue.record("\($0)") }
        let authority = try Authority("https://login.example.com", tenant: Self.tenant)
        return cache.token(
            for: TokenRequest(provider: .authority(authority), clientID: clientID, scopes: Scopes("a")))
    }

    static let readable: [(name: String, changes: [String: JSON?])] = [
        ("msal-python", [:]), ("MSAL.NET, Go", ["home_account_id": nil]),
        ("node", ["home_account_id": .string("")]),
        ("MSAL.NET writes no Bearer", ["token_type": nil]), ("bearer", ["token_type": .string("bearer")]),
        ("numbers", ["expires_on": .integer(1_754_303_599), "cached_at": .integer(1_754_300_000)]),
        ("no more than needed", ["cached_at": nil, "extended_expires_on": nil]),
        (".NET's duplicate", ["ext_expires_on": .string("1754303599")]),
    ]

    @Test(arguments: readable)
    func `the rows of all MSAL libraries are read`(name: String, changes: [String: JSON?]) throws {
        let token = try #require(try lookUp(changes), "\(name)")
        #expect(token.accessToken == "t")
        #expect(token.expiresOn == 1_754_303_599)
        #expect(token.extendedExpiresOn == 1_754_303_599)
        #expect(token.tokenType == "Bearer")
    }

    static let passedOver: [(name: String, changes: [String: JSON?])] = [
        ("another kind", ["credential_type": .string("ATExt")]), ("no kind", ["credential_type": nil]),
        ("a user's", ["home_account_id": .string("u.t")]), ("extended", ["ext_cache_key": .string("h")]),
        ("extended, null", ["ext_cache_key": .null]), ("another host", ["environment": .string("login.evil.com")]),
        ("another app", ["client_id": .string("other")]), ("an app in other letters", ["client_id": .string("APP")]),
        ("another tenant", ["realm": .string("other")]), ("no tenant", ["realm": nil]),
        ("proof of possession", ["token_type": .string("pop")]),
        ("an SSH certificate", ["token_type": .string("ssh-cert")]),
        ("fewer scopes", ["target": .string("b")]), ("no scopes", ["target": nil]),
        ("another issuer's", ["issuer": .string("https://login.example.com")]), ("no secret", ["secret": nil]),
        ("an empty secret", ["secret": .string("")]), ("a blank secret", ["secret": .string(" ")]),
        ("line breaks", ["secret": .string("t\r\nX-Header: 1")]), ("a secret of another type", ["secret": .integer(1)]),
        ("no expiry", ["expires_on": nil]), ("expiry no number", ["expires_on": .string("soon")]),
        ("expiry a fraction", ["expires_on": .string("1.5")]), ("expiry empty", ["expires_on": .string("")]),
        ("expiry before all time", ["expires_on": .string("-9223372036854775808")]),
        ("expiry negative", ["expires_on": .integer(-1)]),
        ("expiry beyond all calendars", ["expires_on": .string("9223372036854775807")]),
        ("expiry a float beyond all calendars", ["expires_on": .number("1e300")]),
        ("cached in the future", ["cached_at": .string("1754300301")]),
        ("cached beyond all calendars", ["cached_at": .string("9223372036854775807")]),
    ]

    @Test(arguments: passedOver)
    func `a row that is something else or makes no sense is passed over`(name: String, changes: [String: JSON?]) throws
    {
        #expect(try lookUp(changes) == nil, "\(name)")
    }

    @Test func `times that make no sense are as if they were not there`() throws {
        for text in ["-9223372036854775808", "9223372036854775807", "soon", ""] {
            let token = try #require(
                try lookUp(["refresh_on": .string(text), "extended_expires_on": .string(text)]), "\(text)")
            #expect(token.refreshOn == nil)
            #expect(token.extendedExpiresOn == token.expiresOn)
        }
    }
}
