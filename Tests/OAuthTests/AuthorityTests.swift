import Testing
import World

@testable import OAuth

struct AuthorityTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"

    static let accepted: [(url: String, tenant: String?, tokenEndpoint: String)] = [
        ("https://login.microsoftonline.com", id, "https://login.microsoftonline.com/\(id)/oauth2/v2.0/token"),
        ("https://login.microsoftonline.com/", id, "https://login.microsoftonline.com/\(id)/oauth2/v2.0/token"),
        ("https://login.microsoftonline.com/\(id)", nil, "https://login.microsoftonline.com/\(id)/oauth2/v2.0/token"),
        (
            "https://login.microsoftonline.com/\(id.uppercased())/", id,
            "https://login.microsoftonline.com/\(id)/oauth2/v2.0/token"
        ),
        ("https://LOGIN.example.com", "Contoso.COM", "https://login.example.com/contoso.com/oauth2/v2.0/token"),
        ("https://login.example.com/organizations", nil, "https://login.example.com/organizations/oauth2/v2.0/token"),
        ("http://localhost:8080", "contoso.com", "http://localhost:8080/contoso.com/oauth2/v2.0/token"),
        ("https://sts.contoso.com/adfs", nil, "https://sts.contoso.com/adfs/oauth2/token"),
        ("https://sts.contoso.com/ADFS/", "adfs", "https://sts.contoso.com/adfs/oauth2/token"),
        (
            "https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_signin", nil,
            "https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_signin/oauth2/v2.0/token"
        ),
        // The issuer of version 2.0 tokens, which people copy from a token.
        (
            "https://login.microsoftonline.com/\(id)/v2.0", nil,
            "https://login.microsoftonline.com/\(id)/oauth2/v2.0/token"
        ),
    ]

    @Test(arguments: accepted)
    func `the token endpoint is known without asking`(url: String, tenant: String?, tokenEndpoint: String) throws {
        #expect(try Authority(url, tenant: tenant).tokenEndpoint.description == tokenEndpoint)
    }

    static let refused: [(url: String, tenant: String?, word: String)] = [
        ("https://login.example.com", nil, "no tenant"), ("https://login.example.com/", nil, "no tenant"),
        ("https://login.example.com/a", "b", "'b'"), ("https://login.example.com/adfs", id, "adfs"),
        ("https://login.example.com/a/b/c", nil, "expected"), ("https://login.example.com/a?b=c", nil, "expected"),
        ("http://login.example.com/a", nil, "https://"), ("login.example.com", "a", "absolute"),
        ("https://login.example.com@evil.com/a", nil, "user name"), ("https://login.example.com", "", "tenant"),
        ("https://login.example.com", "a/b", "invalid tenant"), ("https://login.example.com", "a b", "invalid tenant"),
        ("https://login.example.com", "a%2Fb", "invalid tenant"), ("https://login.example.com", "é", "invalid tenant"),
        ("https://login.example.com", "a?b", "invalid tenant"), ("https://login.example.com", "..", "invalid tenant"),
        ("https://login.example.com/..", nil, "invalid tenant"), ("https://login.example.com/a/..", nil, "policy"),
        ("https://login.example.com/a/%2e%2e", nil, "policy"), ("https://login.example.com/a/b%2Fc", nil, "policy"),
        ("https://login.example.com", String(repeating: "a", count: 254), "invalid tenant"),
    ]

    @Test(arguments: refused)
    func `a wrong authority is a usage error that says why`(url: String, tenant: String?, word: String) {
        let error = #expect(throws: Failure(.usage, "")) { try Authority(url, tenant: tenant) }
        #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
    }

    @Test(
        arguments: [
            ("https://a/contoso.com", "https://a/contoso.com/v2.0/.well-known/openid-configuration"),
            ("https://a/adfs", "https://a/adfs/.well-known/openid-configuration"),
            ("https://a/t/p", "https://a/t/p/v2.0/.well-known/openid-configuration"),
        ])
    func `the configuration is where Microsoft has it`(url: String, configuration: String) throws {
        #expect(try Authority(url, tenant: nil).configurationEndpoint().description == configuration)
    }

    @Test(
        arguments: [
            (id, true), (id.uppercased(), true), ("contoso.com", false), ("", false), (id + "0", false),
            ("72f988bf86f141af91ab2d7cd011db47", false), ("72f988bg-86f1-41af-91ab-2d7cd011db47", false),
            ("72f988bf-86f1-41af-91ab-2d7cd011db4７", false), ("{\(id)}", false),
        ])
    func `a GUID is told from a name`(text: String, expected: Bool) { #expect(Authority.isGUID(text) == expected) }

    @Test(arguments: [("common", true), ("Organizations", true), ("consumers", true), ("contoso.com", false)])
    func `names for many tenants are known`(tenant: String, expected: Bool) throws {
        #expect(try Authority("https://a", tenant: tenant).isMultiTenant == expected)
    }

    @Test(
        arguments: [
            ("https://a/t", true, "https://a"), ("https://a:81/t/p/", true, "https://a:81"),
            ("https://a", false, "https://a"), ("https://a/", false, "https://a/"), ("nonsense", false, "nonsense"),
        ])
    func `the tenant in a URL can be seen and taken off`(url: String, has: Bool, without: String) {
        #expect(Authority.hasTenant(url) == has)
        #expect(Authority.withoutTenant(url) == without)
    }

    @Test(arguments: Cloud.allCases)
    func `each cloud has its own secure authority`(cloud: Cloud) throws {
        let authority = try Authority(cloud.authority, tenant: "contoso.com")
        #expect(authority.server.isSecure)
        #expect(Set(Cloud.allCases.map(\.authority)).count == Cloud.allCases.count)
    }

    @Test(
        arguments: ["", "nonsense", "http://idp.example", "https://idp.example?a=b", "https://u:p@idp.example"])
    func `a wrong issuer is a usage error`(issuer: String) {
        #expect(throws: Failure(.usage, "")) { try Issuer(issuer) }
    }

    @Test func `the cache's environment is the host without the port`() throws {
        #expect(Provider.issuer(try Issuer("https://IDP.example:8443/x")).environment == "idp.example")
        #expect(Provider.authority(try Authority("http://localhost:81/t", tenant: nil)).environment == "localhost")
    }
}
