import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

struct IDTokenCheckTests {
    private let issuer: SigningIssuer

    init() throws { issuer = try SigningIssuer() }

    private func verify(
        _ token: String, expecting: String = SigningIssuer.identifier, nonce: String? = nil, maxAge: Int? = nil,
        keys: SigningIssuer? = nil
    ) throws {
        let transport = ScriptedTransport((keys ?? issuer).keySet)
        let http = HTTPClient(transport: transport, options: TransportOptions())
        let check = IDTokenCheck(
            issuer: expecting, clientID: "app", keys: try KeySet(at: try WebURL(SigningIssuer.keys), using: http),
            nonce: nonce, maxAge: maxAge)
        try check.verify(try IDToken(token), now: FakeClock.start)
    }

    static let good: [[String: JSON?]] = [
        [:], ["aud": .array([.string("app")])],
        ["aud": .array([.string("app"), .string("b")]), "azp": .string("app")],
        ["exp": .integer(FakeClock.start - 59)], ["nbf": .integer(FakeClock.start + 60)],
        ["iat": .integer(FakeClock.start + 60)],
    ]

    @Test(arguments: good)
    func `a good id token passes, and clocks may be a minute apart`(changes: [String: JSON?]) throws {
        try verify(try issuer.idToken(changes))
    }

    static let bad: [(changes: [String: JSON?], word: String)] = [
        (["iss": .string("https://idp.example/")], "iss:"), (["iss": nil], "iss:"),
        (["aud": .string("other")], "aud: expected app, found other"), (["aud": nil], "aud:"),
        (["aud": .array([.string("app"), .string("b")])], "several clients"),
        (["exp": .integer(FakeClock.start - 60)], "expired"), (["exp": nil], "never expires"),
        (["nbf": .integer(FakeClock.start + 61)], "clock"), (["iat": .integer(FakeClock.start + 61)], "clock"),
    ]

    @Test(arguments: bad)
    func `a bad claim is named`(changes: [String: JSON?], word: String) throws {
        let token = try issuer.idToken(changes)
        let error = #expect(throws: Failure(.protocolError, "")) { try verify(token) }
        #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
    }

    @Test func `another key's signature, an unknown key and a changed claim are refused`() throws {
        let token = try issuer.idToken()
        #expect(throws: Failure(.protocolError, "")) { try verify(token, keys: try SigningIssuer()) }
        #expect(throws: Failure(.protocolError, "")) { try verify(try issuer.idToken(kid: "k2")) }
        let parts = token.split(separator: ".")
        let forged = Base64URL.encode(Array(#"{"iss":"https://idp.example","aud":"app","exp":9999999999}"#.utf8))
        #expect(throws: Failure(.protocolError, "")) { try verify("\(parts[0]).\(forged).\(parts[2])") }
        let unsigned = Base64URL.encode(Array(#"{"alg":"none"}"#.utf8))
        #expect(throws: Failure(.protocolError, "")) { try verify("\(unsigned).\(parts[1]).") }
    }

    @Test func `the nonce has to be the one that was sent`() throws {
        try verify(try issuer.idToken(["nonce": .string("n")]), nonce: "n")
        #expect(throws: Failure(.protocolError, "")) {
            try verify(try issuer.idToken(["nonce": .string("m")]), nonce: "n")
        }
        #expect(throws: Failure(.protocolError, "")) { try verify(try issuer.idToken(), nonce: "n") }
    }

    @Test func `a sign-in that is too old is refused`() throws {
        let old = try issuer.idToken(["auth_time": .integer(FakeClock.start - 400)])
        try verify(old, maxAge: 340)
        #expect(throws: Failure(.protocolError, "")) { try verify(old, maxAge: 339) }
        #expect(throws: Failure(.protocolError, "")) { try verify(try issuer.idToken(), maxAge: 60) }
    }

    @Test func `a tenant's place in Entra's issuer is taken by the token's own tenant`() throws {
        let mine = SigningTenant.id
        let others = SigningTenant.other
        let token = try issuer.idToken(["iss": .string("https://login/\(mine)/v2.0"), "tid": .string(mine)])
        try verify(token, expecting: "https://login/{tenantid}/v2.0")
        #expect(throws: Failure(.protocolError, "")) { try verify(token, expecting: "https://login/\(others)/v2.0") }
        let other = try issuer.idToken(["iss": .string("https://login/\(mine)/v2.0"), "tid": .string(others)])
        #expect(throws: Failure(.protocolError, "")) { try verify(other, expecting: "https://login/{tenantid}/v2.0") }
    }

    @Test(arguments: [Int.min, .max])
    func `absurd times are no times`(time: Int) throws {
        for claim in ["exp", "iat", "nbf", "auth_time"] {
            let token = try issuer.idToken([claim: .integer(time)])
            #expect(throws: Failure(.protocolError, "")) { try verify(token, maxAge: 60) }
        }
    }
}
