import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

struct ClaimChecksTests {
    static let now = FakeClock.start

    private func failures(_ claims: String, _ set: (inout ClaimChecks) -> Void = { _ in }) throws -> [CheckFailure] {
        var checks = ClaimChecks()
        set(&checks)
        return checks.failures(of: try TokenClaims(of: TokenText.unsigned(claims)), now: Self.now)
    }

    static let goodTimes = [
        #"{"exp":\#(now - 59)}"#, #"{"exp":\#(now + 1).9}"#, #"{"exp":1.9e9,"nbf":\#(now + 60),"iat":\#(now + 60)}"#,
        #"{"exp":9007199254740992}"#, #"{"exp":\#(now + 9),"iat":0,"nbf":-1}"#,
    ]

    @Test(arguments: goodTimes)
    func `clocks may be a minute apart, and times may have fractions`(claims: String) throws {
        #expect(try failures(claims).isEmpty)
    }

    static let badTimes: [(claims: String, check: String)] = [
        (#"{"exp":\#(now - 60)}"#, "exp"), ("{}", "exp"), (#"{"exp":"\#(now + 600)"}"#, "exp"),
        (#"{"exp":null}"#, "exp"),
        (#"{"exp":true}"#, "exp"), (#"{"exp":[9999999999]}"#, "exp"), (#"{"exp":1e400}"#, "exp"),
        (#"{"exp":9223372036854775807}"#, "exp"), (#"{"exp":99999999999999999999}"#, "exp"), (#"{"exp":-1}"#, "exp"),
        (#"{"exp":1900000000,"nbf":\#(now + 61)}"#, "nbf"), (#"{"exp":1900000000,"iat":\#(now + 61)}"#, "iat"),
        (#"{"exp":1900000000,"nbf":"0"}"#, "nbf"), (#"{"exp":1900000000,"iat":{}}"#, "iat"),
        (#"{"exp":1900000000,"exp":\#(now - 600)}"#, "exp"), (#"{"exp":\#(now - 600),"exp":1900000000}"#, "exp"),
    ]

    @Test(arguments: badTimes)
    func `times that are over, to come, or no times are named`(claims: String, check: String) throws {
        #expect(try failures(claims).map(\.check).contains(check))
    }

    @Test func `the leeway is as it was asked for`() throws {
        let claims = #"{"exp":\#(Self.now - 100)}"#
        #expect(try failures(claims) { $0.leeway = 101 }.isEmpty)
        #expect(try failures(claims) { $0.leeway = 100 }.map(\.check) == ["exp"])
        #expect(try failures(#"{"exp":\#(Self.now)}"#) { $0.leeway = 0 }.map(\.check) == ["exp"])
    }

    static let end = #""exp":1900000000"#

    static let audiences: [(aud: String, isGood: Bool)] = [
        (#""api""#, true), (#""api/""#, true), (#"["x","api"]"#, true), (#""other""#, true), (#""API""#, false),
        (#""api//""#, false), (#""apis""#, false), (#"[]"#, false), (#"1"#, false), (#"{"a":"api"}"#, false),
        (#"["api "]"#, false), (#""""#, false),
    ]

    @Test(arguments: audiences)
    func `one of the audiences has to be there, a slash at the end aside`(aud: String, isGood: Bool) throws {
        let found = try failures(#"{"aud":\#(aud),\#(Self.end)}"#) { $0.audiences = ["api", "other"] }
        #expect(found.map(\.check) == (isGood ? [] : ["aud"]))
    }

    @Test func `a claim that stands twice is refused, whatever it is`() throws {
        #expect(try failures(#"{"sub":"a","sub":"a",\#(Self.end)}"#).map(\.check) == ["sub"])
        #expect(try failures(#"{"sub":"a","s\u0075b":"b",\#(Self.end)}"#).map(\.check) == ["sub"])
    }

    static let clients: [(claims: String, isGood: Bool)] = [
        (#""appidacr":"1""#, true), (#""azpacr":"2""#, true), (#""appidacr":"0""#, false), (#""azpacr":"0""#, false),
        (#""sub":"s""#, false), (#""appidacr":null"#, false), (#""appidacr":"""#, false), (#""azpacr":1"#, true),
    ]

    @Test(arguments: clients)
    func `a public client is told from a confidential one`(claims: String, isGood: Bool) throws {
        let found = try failures("{\(claims),\(Self.end)}") { $0.wantsConfidentialClient = true }
        #expect(found.isEmpty == isGood)
    }

    static let kinds: [(claims: String, kind: TokenKind)] = [
        (#""scp":"a","oid":"o","sub":"s","azp":"c""#, .user), (#""idtyp":"user""#, .user),
        (#""idtyp":"app","roles":["r"]"#, .app), (#""oid":"o","sub":"o","azp":"c""#, .app),
        (#""roles":["r"],"azp":"c","oid":"o","sub":"s""#, .app), (#""sub":"c","client_id":"c","scope":"a""#, .app),
        (#""gty":"client-credentials","scope":"a""#, .app), (#""nonce":"n","sub":"s""#, .idToken),
        (#""at_hash":"h","azp":"c","sub":"s""#, .idToken), (#""tid":"t","sub":"s","oid":"o""#, .idToken),
        (#""sub":"s""#, .unknown), (#""scp":"","azp":"c","sub":"s""#, .unknown),
        (#""scope":["a","b"],"client_id":"c","sub":"s""#, .user), (#""scp":["a"],"cid":"c","sub":"s""#, .user),
        (#""scope":"email","azp":"c","sub":"s","preferred_username":"service-account-c""#, .app),
        (#""scope":"a","sub":"c@clients","azp":"c""#, .app), (#""typ":"Refresh","scope":"a","azp":"c""#, .unknown),
        (#""typ":"ID","azp":"c","scope":"a""#, .idToken), (#""token_use":"id","scope":"a""#, .idToken),
        (#""at_hash":"h","nonce":"n","scope":"a""#, .idToken),
    ]

    @Test(arguments: kinds)
    func `the kind of a token is told by its claims`(claims: String, kind: TokenKind) throws {
        for wanted in [TokenKind.user, .app] {
            let found = try failures("{\(claims),\(Self.end)}") { $0.kind = wanted }
            #expect(found.isEmpty == (wanted == kind))
        }
    }

    @Test(arguments: ["logout+jwt", "application/SecEvent+JWT", "dpop+jwt"])
    func `a token that says that it is something else is not taken`(type: String) throws {
        let token = try TokenClaims(of: TokenText.unsigned("{\(Self.end)}", header: #"{"typ":"\#(type)"}"#))
        #expect(ClaimChecks().failures(of: token, now: Self.now).map(\.check) == ["typ"])
    }

    /// OpenID Connect Core 1.0 appendix A.3 and A.4.
    @Test func `an id token vouches for its access token, its code and its nonce`() throws {
        let claims = """
            {"nonce":"n-0S6_WzA2Mj","at_hash":"77QmUPtjPfzWtF2AnpK9RQ","c_hash":"LDktKdoQak3Pk0cnXxCltA",\(Self.end)}
            """
        func found(_ header: String, _ set: (inout IDTokenCompanions) -> Void) throws -> [String] {
            var checks = ClaimChecks()
            set(&checks.companions)
            let token = try TokenClaims(of: TokenText.unsigned(claims, header: header))
            return checks.failures(of: token, now: Self.now).map(\.check)
        }
        let rs256 = #"{"alg":"RS256"}"#
        let accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"
        let code = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk"
        #expect(
            try found(rs256) {
                $0.accessToken = Secret(accessToken)
                $0.code = Secret(code)
                $0.nonce = "n-0S6_WzA2Mj"
            }.isEmpty)
        #expect(
            try found(rs256) {
                $0.accessToken = Secret(code)
                $0.code = Secret(accessToken)
                $0.nonce = "n"
            } == ["nonce", "at_hash", "c_hash"])
        #expect(try found(#"{"alg":"RS512"}"#) { $0.accessToken = Secret(accessToken) } == ["at_hash"])
        #expect(try found(#"{"alg":"none"}"#) { $0.accessToken = Secret(accessToken) } == ["at_hash"])
    }
}
