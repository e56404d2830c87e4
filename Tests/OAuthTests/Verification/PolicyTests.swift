import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

/// Tokens of Azure AD B2C: all policies of a tenant have one issuer and one set of keys.
struct PolicyTests {
    private static let issuer = "https://contoso.b2clogin.com/\(SigningTenant.id)/v2.0/"
    private static let authority = "https://contoso.b2clogin.com/\(SigningTenant.id)/b2c_1_ropc"

    static let rows: [(claims: [String: JSON?], verdict: Verdict)] = [
        (["tfp": .string("B2C_1_ROPC")], .verified), (["acr": .string("b2c_1_ropc")], .verified),
        (["tfp": .string("b2c_1_signin")], .notVerified), (["acr": .string("b2c_1_signin")], .notVerified),
        (["tfp": .string("b2c_1_signin"), "acr": .string("b2c_1_ropc")], .notVerified), ([:], .notVerified),
        (["tfp": .string("b2c_1_rop\u{FF43}")], .notVerified), (["tfp": .string("")], .notVerified),
    ]

    @Test(arguments: rows)
    func `another policy's token is refused`(claims: [String: JSON?], verdict: Verdict) throws {
        let tenant = try SigningTenant()
        var jwk = tenant.key.publicKey.jwk
        jwk["kid"] = .string("k1")
        let keys = "https://contoso.b2clogin.com/keys"
        let transport = ScriptedTransport(
            .answer(
                "\(Self.authority)/v2.0/.well-known/openid-configuration",
                #"{"issuer":"\#(Self.issuer)","jwks_uri":"\#(keys)"}"#),
            .answer(keys, JSON.object(["keys": .array([.object(jwk)])]).compact))
        var checks = ClaimChecks()
        checks.audiences = ["api"]
        var verifier = TokenVerifier(
            keysOf: .authority(try Authority(Self.authority, tenant: nil)), appID: nil,
            in: KeyDirectory(
                repository: nil, http: HTTPClient(transport: transport, options: TransportOptions())
            ) { _ in }, checks: checks)
        let token = try tenant.token(claims.merging(["iss": .string(Self.issuer), "tid": nil]) { $1 })
        let report = try verifier.verify(token, now: FakeClock.start)
        #expect(report.verdict == verdict)
        #expect(report.failures.map(\.check) == (verdict == .verified ? [] : ["tfp"]))
    }
}
