import FakeWorld
import Testing
import World

@testable import OAuth

/// What the configuration of an authority may name as its issuer.
struct ConfigurationIssuerTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let entra = "https://login.microsoftonline.com/contoso.com"
    private static let own = "https://login.contoso.com/contoso.com"

    typealias Row = (authority: String, issuer: String)

    static let accepted: [Row] = [
        (entra, "https://login.microsoftonline.com/\(id)/v2.0"), (entra, "https://login.microsoftonline.com"),
        (entra, "https://LOGIN.microsoftonline.com/\(id)/v2.0/"), (entra, "https://sts.windows.net/\(id)/"),
        (entra, "https://login.microsoftonline.com/{tenantid}/v2.0"), (entra, "https://sts.windows.net/{tenantid}/"),
        (entra, "https://westus2.login.microsoft.com/\(id)/v2.0"),
        ("https://login.partner.microsoftonline.cn/a", "https://sts.chinacloudapi.cn/\(id)/"),
        ("https://login.partner.microsoftonline.cn/a", "https://login.partner.microsoftonline.cn/\(id)/v2.0"),
        ("https://login.microsoftonline.us/a", "https://sts.windows.net/\(id)/"),
        ("https://login.microsoftonline.de/a", "https://sts.microsoftonline.de/\(id)/"),
        ("https://login.sovcloud-identity.fr/a", "https://sts.sovcloud-identity.fr/\(id)/"),
        (own, "https://login.contoso.com"), (own, "https://login.contoso.com/other/v2.0"),
        (own, "https://us.login.contoso.com/x"), ("https://us.login.contoso.com/a", "https://login.contoso.com/x"),
        (own, "https://login.microsoftonline.us/\(id)/v2.0"), (own, "https://contoso.ciamlogin.com/\(id)/v2.0"),
        ("https://contoso.ciamlogin.com", "https://\(id).ciamlogin.com/\(id)/v2.0"),
        ("https://contoso.b2clogin.com/a/b2c_1_a", "https://contoso.b2clogin.com/\(id)/v2.0/"),
        ("https://contoso.b2clogin.com/tfp/a/b", "https://contoso.b2clogin.com/tfp/\(id)/b/v2.0/"),
        ("https://id.contoso.com/a/b2c_1_a", "https://contoso.b2clogin.com/\(id)/v2.0/"),
        ("https://sts.contoso.com/adfs", "https://sts.contoso.com/adfs"),
        ("https://dsts.core.example/dstsv2/a", "https://dsts.core.example/dstsv2/a"),
        ("http://localhost:8080/a", "http://localhost:8080/a/v2.0"),
        ("http://localhost:8080/a", "http://127.0.0.1:8081/a/v2.0"),
    ]

    static let refused: [Row] = [
        (entra, "https://evil.example/\(id)/v2.0"), (entra, "http://login.microsoftonline.com/\(id)/v2.0"),
        (entra, "https://login.microsoftonline.com.evil.example/\(id)"),
        (entra, "https://evil-login.microsoftonline.com/"),
        (entra, "https://login.microsoftonline.com@evil.example/"), (entra, "https://a.b.login.microsoft.com/\(id)"),
        (entra, "https://evilb2clogin.com/\(id)/v2.0"), (entra, "https://contoso.b2clogin.com.evil.site/"),
        (entra, "https://b2clogin.com/"), (entra, "https://.b2clogin.com/"), (entra, "https://evilciamlogin.com/"),
        (entra, "https://contoso.ciamlogin.com.evil.site/"), (entra, "https://ciamlogin.com/"),
        (entra, "https://sts.evil.example/\(id)/"), (entra, "https://l\u{43E}gin.microsoftonline.com/\(id)"),
        (entra, "login.microsoftonline.com"), (entra, "urn:login.microsoftonline.com"), (entra, ""),
        (entra, "{tenantid}"),
        (entra, "https://{tenantid}/"), (entra, "https://{tenantid}.evil.example/"), (entra, "http://localhost/\(id)"),
        (own, "https://com/"), (own, "https://a.b.login.contoso.com/"), (own, "https://evillogin.contoso.com/"),
        (own, "http://login.contoso.com/"), ("https://contoso.b2clogin.com/a/b2c_1_a", "https://evil.example/"),
        ("https://sts.contoso.com/adfs", "https://sts.evil.example/adfs"),
        ("https://sts.contoso.com/adfs", "http://sts.contoso.com/adfs/services/trust"),
        ("http://localhost:8080/a", "http://localhost.evil.example/a"),
        ("https://localhost:8080/a", "http://localhost/a"),
    ]

    @Test(arguments: accepted)
    func `Microsoft's issuers and those at the authority's host are taken`(authority: String, issuer: String) throws {
        #expect(try Authority(authority, tenant: nil).accepts(issuer: issuer))
    }

    @Test(arguments: refused)
    func `others are not, however alike`(authority: String, issuer: String) throws {
        #expect(try !Authority(authority, tenant: nil).accepts(issuer: issuer))
    }

    @Test func `nothing more is sent to an authority whose configuration is another's`() throws {
        let transport = ScriptedTransport(
            .answer(
                "\(Self.entra)/v2.0/.well-known/openid-configuration",
                #"{"issuer":"https://evil.example/","token_endpoint":"https://evil.example/token"}"#))
        let error = #expect(throws: Failure(.protocolError, "")) {
            try TokenEndpoint.resolve(
                .authority(try Authority(Self.entra, tenant: nil)),
                using: HTTPClient(transport: transport, options: TransportOptions()))
        }
        #expect(error?.message.contains("https://evil.example/") == true)
        #expect(error?.message.contains(Self.entra) == true)
        #expect(transport.isExhausted)
    }
}
