import Testing
import World

@testable import OAuth

struct RegionTests {
    @Test(arguments: [
        ("westus2", "westus2"), ("WestUS2", "westus2"), ("a", "a"), ("usgov-virginia", "usgov-virginia"),
        ("e2e", "e2e"),
        (String(repeating: "a", count: 63), String(repeating: "a", count: 63)),
    ])
    func `a region's name is one label of a host's name`(text: String, name: String) {
        #expect(Region(text)?.name == name)
    }

    @Test(arguments: [
        "", " ", "west us", "2west", "-west", "west-", "west_us", "west.us", "west/us", "west@us", "evil.example/x?",
        "evil.example#", "evil.example:443", "westus2\n", "westus2\0", "wéstus", "\u{212A}oreacentral", "ｗestus",
        "west²",
        String(repeating: "a", count: 64),
    ])
    func `what could lead to another host is no region`(text: String) {
        #expect(Region(text) == nil)
    }

    @Test(arguments: [
        ("https://login.microsoftonline.com/t?p=1", "https://westus2.login.microsoft.com/t?p=1"),
        ("https://login.windows.net/t", "https://westus2.login.microsoft.com/t"),
        ("https://login.microsoft.com/t", "https://westus2.login.microsoft.com/t"),
        ("https://sts.windows.net/t", "https://westus2.login.microsoft.com/t"),
        ("https://login.microsoftonline.us/t", "https://westus2.login.microsoftonline.us/t"),
        ("https://login.usgovcloudapi.net/t", "https://westus2.login.microsoftonline.us/t"),
        ("https://login.partner.microsoftonline.cn/t", "https://westus2.login.partner.microsoftonline.cn/t"),
        ("https://login.chinacloudapi.cn/t", "https://westus2.login.partner.microsoftonline.cn/t"),
        ("https://login-us.microsoftonline.com/t", "https://westus2.login-us.microsoftonline.com/t"),
        ("https://login.sovcloud-identity.fr/t", "https://westus2.login.sovcloud-identity.fr/t"),
        ("https://login.sovcloud-identity.de/t", "https://westus2.login.sovcloud-identity.de/t"),
        ("https://login.sovcloud-identity.sg/t", "https://westus2.login.sovcloud-identity.sg/t"),
        ("https://login.example.com/t", nil), ("https://login.microsoftonline.com:8443/t", nil),
        ("https://evil-login.microsoftonline.com/t", nil), ("https://login.microsoftonline.com.evil.example/t", nil),
        ("https://contoso.b2clogin.com/t", nil), ("https://contoso.ciamlogin.com/t", nil), ("http://localhost/t", nil),
    ])
    func `each cloud has its own hosts for regions, and nobody else has any`(url: String, regional: String?) throws {
        let region = try #require(Region("westus2"))
        #expect(region.address(of: try WebURL(url))?.description == regional)
    }

    @Test(arguments: [
        ("https://login.microsoftonline.com/contoso.com", true), ("https://sts.windows.net/contoso.com", true),
        ("https://login.microsoftonline.us/contoso.com", true), ("https://login.microsoftonline.com/adfs", false),
        ("https://sts.contoso.com/adfs", false), ("https://login.microsoftonline.com/te/b2c_1_x", false),
        ("https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_x", false),
        ("https://login.microsoftonline.com/tfp/contoso/p", false),
        ("https://login.microsoftonline.com/dstsv2/contoso.com", false),
        ("https://westus2.login.microsoft.com/contoso.com", false),
        ("https://contoso.ciamlogin.com/contoso.onmicrosoft.com", false), ("http://127.0.0.1:80/contoso.com", false),
    ])
    func `Entra has regions; AD FS, B2C and CIAM have none`(authority: String, expected: Bool) throws {
        #expect(Region.exist(at: .authority(try Authority(authority, tenant: nil))) == expected)
    }

    @Test func `other providers have no regions, whatever their host`() throws {
        #expect(!Region.exist(at: .issuer(try Issuer("https://login.microsoftonline.com/contoso.com/v2.0"))))
    }

    @Test(arguments: ["auto", "AUTO", "TryAutoDetect", "tryautodetect", "AutoDiscoverRegion"])
    func `a region can be found, in the words of MSAL and of Azure's libraries too`(text: String) throws {
        #expect(try RegionChoice(text, by: "--region") == .detected)
    }

    @Test(arguments: ["none", "None", "global", "false", "DisableMsalForceRegion"])
    func `a region can be turned off, in the words of MSAL too`(text: String) throws {
        #expect(try RegionChoice(text, by: "--region") == .global)
    }

    @Test func `a bad name is an error that names where it stands`() throws {
        #expect(try RegionChoice("EastUS", by: "X") == .named(#require(Region("eastus"))))
        let failure = try #require(
            #expect(throws: Failure.self) { try RegionChoice("evil.example/", by: "MSAL_FORCE_REGION") })
        #expect(failure.code == .usage)
        #expect(failure.message.contains("MSAL_FORCE_REGION"))
    }
}
