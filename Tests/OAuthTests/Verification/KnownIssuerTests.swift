import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

/// Who must have issued a token, where the provider is not asked.
struct KnownIssuerTests {
    private static let id = SigningTenant.id

    static let rows: [(authority: String, issuers: [String])] = [
        ("https://login.microsoftonline.com/\(id)", ["https://login.microsoftonline.com/\(id)/v2.0"]),
        ("https://westus2.login.microsoft.com/\(id)", ["https://login.microsoftonline.com/\(id)/v2.0"]),
        ("https://r1.login.microsoftonline.us/\(id)", ["https://login.microsoftonline.us/\(id)/v2.0"]),
        ("https://login.contoso.com/\(id)", ["https://login.contoso.com/\(id)/v2.0"]),
        ("http://localhost:8080/\(id)", ["http://localhost:8080/\(id)/v2.0"]),
        ("https://contoso.ciamlogin.com/\(id)", ["https://\(id).ciamlogin.com/\(id)/v2.0"]),
        (
            "https://sts.contoso.com/adfs",
            ["https://sts.contoso.com/adfs", "http://sts.contoso.com/adfs/services/trust"]
        ),
        (
            "https://sts.contoso.com:8443/adfs",
            [
                "https://sts.contoso.com:8443/adfs", "http://sts.contoso.com/adfs/services/trust",
                "http://sts.contoso.com:8443/adfs/services/trust",
            ]
        ),
    ]

    @Test(arguments: rows)
    func `the issuer is that of the global host`(authority: String, issuers: [String]) throws {
        let provider = Provider.authority(try Authority(authority, tenant: nil))
        #expect(try provider.issuerRule(of: ConfiguredTokens()).issuers == issuers)
    }

    @Test func `a region of China has China's issuer of version 1`() throws {
        let provider = Provider.authority(
            try Authority("https://chinaeast2.login.partner.microsoftonline.cn/\(Self.id)", tenant: nil))
        let rule = try provider.issuerRule(of: ConfiguredTokens(areVersion1: true))
        #expect(rule.issuers == ["https://sts.chinacloudapi.cn/\(Self.id)/"])
    }

    static let unknown: [(authority: String, hint: String)] = [
        ("https://login.microsoftonline.com/contoso.com", "give the tenant's id, or --issuer"),
        ("https://contoso.b2clogin.com/\(id)/b2c_1_a", "give --issuer"),
        ("https://dsts.core.example/dstsv2/\(id)", "give --issuer"),
    ]

    @Test(arguments: unknown)
    func `where nobody but the provider knows, nothing is advised that was given`(authority: String, hint: String)
        throws
    {
        let provider = Provider.authority(try Authority(authority, tenant: nil))
        let error = #expect(throws: Failure(.usage, "")) { try provider.issuerRule(of: ConfiguredTokens()) }
        #expect(error?.message.contains("'\(authority)'") == true)
        #expect(error?.hint?.hasPrefix(hint) == true, "\(error?.hint ?? "")")
    }
}
