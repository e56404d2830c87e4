import Testing
import World

@testable import OAuth

struct AuthorityTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"

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
            ("https://a/t", true, "https://a"), ("https://a:81/t/v2.0/", true, "https://a:81"),
            ("https://a", false, "https://a"), ("https://a/", false, "https://a/"), ("nonsense", false, "nonsense"),
            ("https://a/dstsv2/t", true, "https://a/dstsv2"), ("https://a/dstsv2", false, "https://a/dstsv2"),
            ("https://x.ciamlogin.com/t", true, "https://x.ciamlogin.com"),
            ("https://a/adfs", true, "https://a/adfs"), ("https://a/t/b2c_1_p", true, "https://a/t/b2c_1_p"),
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
        arguments: [
            "", "nonsense", "http://idp.example", "https://idp.example?a=secret", "https://u:secret@idp.example",
        ])
    func `a wrong issuer is a usage error`(issuer: String) {
        let error = #expect(throws: Failure(.usage, "")) { try Issuer(issuer) }
        #expect(error?.message.contains("secret") == false)
    }

    @Test func `the cache's environment is the host without the port`() throws {
        #expect(Provider.issuer(try Issuer("https://IDP.example:8443/x")).environment == "idp.example")
        #expect(Provider.authority(try Authority("http://localhost:81/t", tenant: nil)).environment == "localhost")
    }
}
