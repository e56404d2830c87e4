import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

struct TokenVerifierTests {
    private let tenant: SigningTenant

    init() throws { tenant = try SigningTenant() }

    private static let checks = {
        var checks = ClaimChecks()
        checks.audiences = ["api"]
        return checks
    }()

    /// One token, judged by published keys.
    private func report(
        _ token: String, of name: String = SigningTenant.id, appID: String? = nil, _ steps: [ScriptedTransport.Step]
    ) throws -> VerificationReport {
        let transport = ScriptedTransport(steps)
        let http = HTTPClient(transport: transport, options: TransportOptions())
        let directory = KeyDirectory(repository: nil, http: http) { _ in }
        var verifier = TokenVerifier(
            keysOf: try SigningTenant.provider(name), appID: appID, in: directory, checks: Self.checks)
        let report = try verifier.verify(token, now: FakeClock.start)
        #expect(transport.isExhausted, "what was to be asked was not")
        return report
    }

    private static let asVersion1: [String: JSON?] = [
        "iss": .string(SigningTenant.version1), "ver": .string("1.0"), "azp": nil,
    ]

    @Test func `a token's own version decides who its issuer is`() throws {
        let version2 = try report(try tenant.token(), tenant.documents())
        #expect(version2.verdict == .verified)
        #expect(version2.issuer == SigningTenant.version2)
        #expect(version2.kid == "k1")
        #expect(version2.alg == "ES256")
        let version1 = try tenant.token(Self.asVersion1)
        #expect(try report(version1, tenant.documents(version1: true)).verdict == .verified)
        let mixed = try tenant.token(["iss": .string(SigningTenant.version1)])
        #expect(try report(mixed, tenant.documents()).failures.map(\.check) == ["iss"])
    }

    @Test func `an app with mapped claims has keys of its own`() throws {
        let documents = tenant.documents(query: "?appid=a%261")
        #expect(try report(try tenant.token(), appID: "a&1", documents).verdict == .verified)
    }

    static let template = "https://login.microsoftonline.com/{tenantid}/v2.0"

    @Test(arguments: ["common", "organizations"])
    func `where tenants are many, the issuer has to be the token's own tenant's`(name: String) throws {
        let documents = tenant.documents(of: name, issuer: Self.template, keyIssuer: Self.template)
        #expect(try report(try tenant.token(), of: name, documents).verdict == .verified)
        let lied = try tenant.token(["tid": .string(SigningTenant.other)])
        #expect(try report(lied, of: name, documents).verdict == .notVerified)
        let none = try tenant.token(["tid": nil])
        #expect(try report(none, of: name, documents).failures.map(\.check).contains("tid"))
        let text = try tenant.token([
            "tid": .string("x"), "iss": .string(Self.template.replacing("{tenantid}", with: "x")),
        ])
        #expect(try report(text, of: name, documents).verdict == .notVerified)
    }

    @Test func `one tenant's key does not sign for another`() throws {
        let other = Self.template.replacing("{tenantid}", with: SigningTenant.other)
        let documents = tenant.documents(of: "common", issuer: Self.template, keyIssuer: other)
        #expect(try report(try tenant.token(), of: "common", documents).failures.map(\.check) == ["iss"])
    }

    @Test func `a tenant by its domain is one tenant`() throws {
        let good = tenant.documents(of: "contoso.com", keyIssuer: Self.template)
        #expect(try report(try tenant.token(), of: "contoso.com", good).verdict == .verified)
        // The key is another tenant's, and the token says that it is that tenant's, too.
        let other = Self.template.replacing("{tenantid}", with: SigningTenant.other)
        let confused = tenant.documents(of: "contoso.com", keyIssuer: other)
        let token = try tenant.token(["tid": .string(SigningTenant.other)])
        #expect(try report(token, of: "contoso.com", confused).failures.map(\.check) == ["tid"])
        #expect(try report(token, of: "contoso.com", good).failures.map(\.check).contains("tid"))
        let template = tenant.documents(of: "contoso.com", issuer: Self.template)
        #expect(try report(try tenant.token(), of: "contoso.com", template).failures.map(\.check) == ["iss"])
    }

    @Test func `version 1 tokens may be signed by keys that name the issuer of version 2`() throws {
        let token = try tenant.token(Self.asVersion1)
        let documents = tenant.documents(version1: true, keyIssuer: Self.template)
        #expect(try report(token, documents).verdict == .verified)
    }

    @Test func `personal accounts belong to no organization`() throws {
        let issuer = Self.template.replacing("{tenantid}", with: SigningTenant.personal)
        let token = try tenant.token(["tid": .string(SigningTenant.personal), "iss": .string(issuer)])
        let documents = { (name: String) in tenant.documents(of: name, issuer: Self.template) }
        #expect(try report(token, of: "organizations", documents("organizations")).failures.map(\.check) == ["tid"])
        #expect(try report(token, of: "common", documents("common")).verdict == .verified)
    }

    @Test func `another tenant's token is refused, also where the issuer is a template`() throws {
        let iss = Self.template.replacing("{tenantid}", with: SigningTenant.other)
        let token = try tenant.token(["tid": .string(SigningTenant.other), "iss": .string(iss)])
        #expect(try report(token, tenant.documents()).failures.map(\.check) == ["iss", "tid"])
        #expect(try report(token, tenant.documents(issuer: Self.template)).failures.map(\.check) == ["tid"])
    }

    @Test func `everything that is wrong is said, and a wrong signature is wrong for certain`() throws {
        let token = try SigningTenant().token([
            "aud": .string("x"), "exp": .integer(1), "iss": .string("https://evil.example"),
        ])
        let report = try report(token, tenant.documents())
        #expect(report.failures.map(\.check) == ["signature", "iss", "aud", "exp"])
        #expect(report.verdict == .notVerified)
    }

    @Test func `without keys nothing can be said for certain`() throws {
        let expired = try tenant.token(["exp": .integer(1)])
        let trouble = ScriptedTransport.Step.failure(
            "\(SigningTenant.version2)/.well-known/openid-configuration", Failure(.unavailable, "no route"))
        let report = try report(expired, [trouble])
        #expect(report.failures.map(\.check) == ["keys", "exp"])
        #expect(report.verdict == .notVerifiable)
    }

    @Test(arguments: ["00000003-0000-0000-c000-000000000000", "https://graph.microsoft.com"])
    func `Graph's tokens are Graph's alone, and nobody is asked`(audience: String) throws {
        let report = try report(try tenant.token(["aud": .string(audience)]), [])
        #expect(report.verdict == .notVerifiable)
        #expect(report.failures.first?.words.contains("only Graph can verify it") == true)
    }

    @Test func `a nonce in the header tells that others cannot verify the token`() throws {
        let token = try tenant.token(header: ["nonce": .string("n")])
        #expect(try report(token, tenant.documents()).verdict == .verified)
        let hidden = try SigningTenant().token(header: ["nonce": .string("n")])
        #expect(try report(hidden, tenant.documents()).verdict == .notVerifiable)
    }

    static let hopeless = [
        TokenText.unsigned(#"{"exp":1900000000}"#),
        TokenText.unsigned(#"{"exp":1900000000}"#, header: #"{"alg":"HS256"}"#) + "c2ln",
        TokenText.unsigned(#"{"exp":1900000000}"#, header: #"{"alg":"RS256"}"#) + "D3H6pMUtQnoJAGq6AHd",
    ]

    @Test(arguments: hopeless)
    func `what no key can mend is refused without asking for keys`(token: String) throws {
        #expect(try report(token, []).verdict == .notVerified)
    }

    @Test(arguments: ["", "x", "a.b.c", TokenText.unsigned("[]"), TokenText.unsigned("{")])
    func `what is no token is malformed`(text: String) throws {
        let report = try report(text, [])
        #expect(report.verdict == .malformed)
        #expect(report.failures.map(\.check) == ["format"])
    }

    @Test func `keys that were given need no network, and no issuer unless one is named`() throws {
        let keys = SignatureVerifier(tenant.key.publicKey)
        func report(_ token: String, _ provider: Provider?) throws -> VerificationReport {
            var verifier = try TokenVerifier(keys: keys, of: provider, checks: Self.checks)
            return try verifier.verify(token, now: FakeClock.start)
        }
        let elsewhere = try tenant.token(["iss": .string("https://elsewhere.example")])
        #expect(try report(elsewhere, nil).verdict == .verified)
        #expect(try report(elsewhere, SigningTenant.provider()).failures.map(\.check) == ["iss"])
        #expect(try report(try tenant.token(), SigningTenant.provider()).verdict == .verified)
        #expect(try report(try tenant.token(Self.asVersion1), SigningTenant.provider()).verdict == .verified)
        let mixed = try tenant.token(["iss": .string(SigningTenant.version1)])
        #expect(try report(mixed, SigningTenant.provider()).failures.map(\.check) == ["iss"])
        #expect(try report(try tenant.token(), SigningTenant.provider("consumers")).verdict == .notVerified)
        #expect(try report(try tenant.token(), SigningTenant.provider("common")).verdict == .verified)
        let alias = Provider.authority(try Authority("https://login.windows.net", tenant: SigningTenant.id))
        #expect(try report(try tenant.token(), alias).verdict == .verified)
        #expect(try report(try tenant.token(), .issuer(try Issuer("https://other.example"))).verdict == .notVerified)
        #expect(throws: Failure(.usage, "")) { try report(try tenant.token(), SigningTenant.provider("contoso.com")) }
    }

    @Test func `whoever has the key may verify a token for Graph`() throws {
        let graph = try tenant.token(["aud": .string("https://graph.microsoft.com")])
        var verifier = try TokenVerifier(keys: SignatureVerifier(tenant.key.publicKey), of: nil, checks: nil)
        #expect(try verifier.verify(graph, now: FakeClock.start).verdict == .verified)
        let other = try SigningTenant().token(["aud": .string("https://graph.microsoft.com")])
        #expect(try verifier.verify(other, now: FakeClock.start).verdict == .notVerifiable)
        let nonce = try SigningTenant().token(header: ["nonce": .string("n")])
        #expect(try verifier.verify(nonce, now: FakeClock.start).verdict == .notVerified)
    }

    @Test func `the signature alone needs no claims at all`() throws {
        var verifier = try TokenVerifier(keys: SignatureVerifier(tenant.key.publicKey), of: nil, checks: nil)
        let text = try CompactJWS.sign(header: [:], payload: Array("no JSON".utf8), with: tenant.key, using: .es256)
        #expect(try verifier.verify(text, now: 0).verdict == .verified)
        #expect(try verifier.verify(try tenant.token(["exp": nil]), now: 0).verdict == .verified)
        #expect(try verifier.verify(try SigningTenant().token(), now: 0).failures.map(\.check) == ["signature"])
    }
}
