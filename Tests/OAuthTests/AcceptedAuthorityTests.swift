import Testing
import World

@testable import OAuth

/// What people and MSAL's applications write for an authority, and what it stands for.
struct AcceptedAuthorityTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let entra = "https://login.microsoftonline.com"

    /// Whether Entra is asked about the host.
    enum Discovery { case none, asks }

    struct Row: Sendable, CustomTestStringConvertible {
        let url: String
        let tenant: String?
        let kind: AuthorityKind
        /// What its endpoints' addresses begin with.
        let base: String
        let discovery: Discovery

        init(
            _ url: String, _ tenant: String?, _ kind: AuthorityKind, _ base: String, _ discovery: Discovery = .none
        ) {
            self.url = url
            self.tenant = tenant
            self.kind = kind
            self.base = base
            self.discovery = discovery
        }

        init(_ url: String, _ tenant: String, _ base: String) { self.init(url, tenant, .entra, base) }

        init(_ url: String, _ base: String) { self.init(url, nil, .entra, base) }

        var testDescription: String { [url, tenant].compactMap(\.self).joined(separator: " ") }

        /// AD FS has its endpoints where version 1.0 had them.
        var tokenEndpoint: String { base + (kind == .adfs ? "/oauth2/token" : "/oauth2/v2.0/token") }
        var configurationEndpoint: String {
            base + (kind == .adfs ? "" : "/v2.0") + "/.well-known/openid-configuration"
        }
    }

    static let entraRows = [
        Row(entra, id, "\(entra)/\(id)"),
        Row("\(entra)/", id, "\(entra)/\(id)"),
        Row("\(entra)//", id, "\(entra)/\(id)"),
        Row(entra, "Contoso.COM", "\(entra)/contoso.com"),
        Row(entra, "contoso.onmicrosoft.com", "\(entra)/contoso.onmicrosoft.com"),
        Row(entra, "common", "\(entra)/common"),
        Row("\(entra)/\(id)", "\(entra)/\(id)"),
        Row("\(entra)/\(id.uppercased())/", id, "\(entra)/\(id)"),
        Row("\(entra)/\(id)", id.uppercased(), "\(entra)/\(id)"),
        Row("HTTPS://LOGIN.MICROSOFTONLINE.COM/Organizations/", "\(entra)/organizations"),
        Row("\(entra)/consumers", "\(entra)/consumers"),
        Row("\(entra)/common", id, "\(entra)/\(id)"),
        Row("\(entra)/Organizations/v2.0", "Contoso.com", "\(entra)/contoso.com"),
        Row("\(entra)/consumers", "common", "\(entra)/common"),
        Row("\(entra):443/contoso.com", "\(entra)/contoso.com"),
        Row("\(entra):8443/contoso.com", "\(entra):8443/contoso.com"),
    ]

    /// The addresses that people copy from a portal, a token or a trace.
    static let copiedRows = [
        Row("\(entra)/\(id)/v2.0", "\(entra)/\(id)"),
        Row("\(entra)/\(id)/v2.0/", id, "\(entra)/\(id)"),
        Row("\(entra)/common/V2.0/.well-known/openid-configuration", "\(entra)/common"),
        Row("\(entra)/common/.well-known/openid-configuration", "\(entra)/common"),
        Row("\(entra)/contoso.com/oauth2/v2.0/authorize", "\(entra)/contoso.com"),
        Row("\(entra)/contoso.com/oauth2/v2.0/token/", "\(entra)/contoso.com"),
        Row("\(entra)/contoso.com/oauth2/v2.0/devicecode", "\(entra)/contoso.com"),
        Row("\(entra)/contoso.com/oauth2/token", "\(entra)/contoso.com"),
        Row("\(entra)/contoso.com/oauth2/authorize", "\(entra)/contoso.com"),
        Row("\(entra)/contoso.com/oauth2/v2.0", "\(entra)/contoso.com"),
        Row("\(entra)/contoso.com/oauth2/v2.0/logout", "\(entra)/contoso.com"),
        Row("\(entra)/common/oauth2/nativeclient", "\(entra)/common"),
        Row("\(entra)/\(id)/discovery/v2.0/keys", "\(entra)/\(id)"), Row("\(entra)/\(id)/saml2", "\(entra)/\(id)"),
        Row("\(entra)/\(id)/oauth2/v2.0/authorize?client_id=a&prompt=login", "\(entra)/\(id)"),
        Row("\(entra)/\(id)/v2.0/.well-known/openid-configuration?appid=a", id, "\(entra)/\(id)"),
        Row("https://sts.windows.net/\(id)/", "https://sts.windows.net/\(id)"),
    ]

    static let cloudRows = [
        Row("https://login.windows.net/\(id)", "https://login.windows.net/\(id)"),
        Row("https://login.microsoft.com/\(id)", "https://login.microsoft.com/\(id)"),
        Row("https://login.microsoftonline.us/\(id)", "https://login.microsoftonline.us/\(id)"),
        Row("https://login.usgovcloudapi.net/\(id)", "https://login.usgovcloudapi.net/\(id)"),
        Row("https://login-us.microsoftonline.com/\(id)", "https://login-us.microsoftonline.com/\(id)"),
        Row("https://login.partner.microsoftonline.cn/\(id)", "https://login.partner.microsoftonline.cn/\(id)"),
        Row("https://login.chinacloudapi.cn/\(id)", "https://login.chinacloudapi.cn/\(id)"),
        Row("https://login.microsoftonline.de/\(id)", "https://login.microsoftonline.de/\(id)"),
        Row("https://login.sovcloud-identity.fr/\(id)", "https://login.sovcloud-identity.fr/\(id)"),
        Row("https://login.sovcloud-identity.de/\(id)", "https://login.sovcloud-identity.de/\(id)"),
        Row("https://login.sovcloud-identity.sg/\(id)", "https://login.sovcloud-identity.sg/\(id)"),
        Row("https://login.windows-ppe.net/\(id)", "https://login.windows-ppe.net/\(id)"),
        Row("https://sts.windows-ppe.net/\(id)", "https://sts.windows-ppe.net/\(id)"),
        Row("https://login.microsoft-ppe.com/\(id)", "https://login.microsoft-ppe.com/\(id)"),
        Row("https://westus2.login.microsoft.com/\(id)", "https://westus2.login.microsoft.com/\(id)"),
        Row(
            "https://usgovvirginia.login.microsoftonline.us/\(id)",
            "https://usgovvirginia.login.microsoftonline.us/\(id)"),
    ]

    static let otherKinds = [
        Row("https://sts.contoso.com/adfs", nil, .adfs, "https://sts.contoso.com/adfs"),
        Row("https://sts.contoso.com/ADFS/", "adfs", .adfs, "https://sts.contoso.com/adfs"),
        Row("https://sts.contoso.com", "adfs", .adfs, "https://sts.contoso.com/adfs"),
        Row("https://sts.contoso.com:8443/", "ADFS", .adfs, "https://sts.contoso.com:8443/adfs"),
        Row("https://sts.contoso.com:8443/adfs", nil, .adfs, "https://sts.contoso.com:8443/adfs"),
        Row(
            "https://sts.contoso.com/adfs/.well-known/openid-configuration", nil, .adfs, "https://sts.contoso.com/adfs"),
        Row("https://sts.contoso.com/adfs/oauth2/authorize", nil, .adfs, "https://sts.contoso.com/adfs"),
        Row("https://10.0.0.7/adfs", nil, .adfs, "https://10.0.0.7/adfs"),
        Row(
            "https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_SignIn", nil, .b2c,
            "https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_signin"),
        Row("https://contoso.b2clogin.com/\(id)/signin/", id, .b2c, "https://contoso.b2clogin.com/\(id)/signin"),
        Row("https://contoso.b2clogin.cn/\(id)/b2c_1_a", nil, .b2c, "https://contoso.b2clogin.cn/\(id)/b2c_1_a"),
        Row("https://contoso.b2clogin.us/\(id)/b2c_1_a", nil, .b2c, "https://contoso.b2clogin.us/\(id)/b2c_1_a"),
        Row("https://contoso.b2clogin.de/\(id)/b2c_1_a", nil, .b2c, "https://contoso.b2clogin.de/\(id)/b2c_1_a"),
        Row(
            "https://contoso.b2clogin.com/TFP/contoso.onmicrosoft.com/B2C_1A_Custom", nil, .b2c,
            "https://contoso.b2clogin.com/tfp/contoso.onmicrosoft.com/b2c_1a_custom"),
        Row("\(entra)/tfp/contoso.onmicrosoft.com/any", nil, .b2c, "\(entra)/tfp/contoso.onmicrosoft.com/any"),
        Row("\(entra)/te/b2c_1_a", nil, .b2c, "\(entra)/te/b2c_1_a"),
        Row("https://login.contoso.com/tfp/contoso/policy", nil, .b2c, "https://login.contoso.com/tfp/contoso/policy"),
        Row("https://login.contoso.com/\(id)/B2C_1_a", nil, .b2c, "https://login.contoso.com/\(id)/b2c_1_a"),
        Row(
            "https://contoso.b2clogin.com/contoso/b2c_1_a/v2.0/.well-known/openid-configuration", nil, .b2c,
            "https://contoso.b2clogin.com/contoso/b2c_1_a"),
        Row(
            "https://contoso.b2clogin.com/tfp/contoso/b2c_1_a/oauth2/v2.0/authorize", nil, .b2c,
            "https://contoso.b2clogin.com/tfp/contoso/b2c_1_a"),
        Row("https://contoso.ciamlogin.com", nil, .ciam, "https://contoso.ciamlogin.com/contoso.onmicrosoft.com"),
        Row("https://Contoso.CIAMlogin.com/", nil, .ciam, "https://contoso.ciamlogin.com/contoso.onmicrosoft.com"),
        Row("https://contoso.ciamlogin.com", id, .ciam, "https://contoso.ciamlogin.com/\(id)"),
        Row("https://contoso.ciamlogin.com/\(id)/v2.0", nil, .ciam, "https://contoso.ciamlogin.com/\(id)"),
        Row(
            "https://contoso.ciamlogin.com/www.contoso.com", nil, .ciam, "https://contoso.ciamlogin.com/www.contoso.com"
        ),
        Row("https://contoso.ciamlogin.com/adfs", nil, .ciam, "https://contoso.ciamlogin.com/adfs"),
        Row("https://dsts.core.example/dstsv2/\(id)/", nil, .dsts, "https://dsts.core.example/dstsv2/\(id)"),
        Row("https://dsts.core.example/DstsV2", id, .dsts, "https://dsts.core.example/dstsv2/\(id)"),
        Row("https://dsts.core.example/dstsv2/common", id, .dsts, "https://dsts.core.example/dstsv2/\(id)"),
        Row("https://dsts.core.example/dstsv2", "adfs", .dsts, "https://dsts.core.example/dstsv2/adfs"),
        Row("https://dsts.core.example/dstsv2/common", nil, .dsts, "https://dsts.core.example/dstsv2/common"),
        Row(
            "https://dsts.core.example/dstsv2/\(id)/oauth2/v2.0/token", nil, .dsts,
            "https://dsts.core.example/dstsv2/\(id)"),
    ]

    /// Whoever calls himself Entra, and is not known; and this machine, of which nobody is asked.
    static let unknownRows = [
        Row("https://login.contoso.com/\(id)", nil, .entra, "https://login.contoso.com/\(id)", .asks),
        Row("https://login.contoso.com:8443", "common", .entra, "https://login.contoso.com:8443/common", .asks),
        Row("https://entra.internal", id, .entra, "https://entra.internal/\(id)", .asks),
        Row("https://microsoftonline.com/\(id)", nil, .entra, "https://microsoftonline.com/\(id)", .asks),
        Row(
            "https://login.microsoftonline.com.evil.example/a", nil, .entra,
            "https://login.microsoftonline.com.evil.example/a", .asks),
        Row("https://evil-login.microsoftonline.com/a", nil, .entra, "https://evil-login.microsoftonline.com/a", .asks),
        Row("https://evillogin.microsoftonline.com/a", nil, .entra, "https://evillogin.microsoftonline.com/a", .asks),
        Row("https://a.b.login.microsoft.com/a", nil, .entra, "https://a.b.login.microsoft.com/a", .asks),
        Row("https://login.microsoftonline.co/a", nil, .entra, "https://login.microsoftonline.co/a", .asks),
        Row("https://evilb2clogin.com/a", nil, .entra, "https://evilb2clogin.com/a", .asks),
        Row("https://b2clogin.com/a", nil, .entra, "https://b2clogin.com/a", .asks),
        Row(
            "https://contoso.b2clogin.com.evil.example/a", nil, .entra, "https://contoso.b2clogin.com.evil.example/a",
            .asks),
        Row("https://evilciamlogin.com/a", nil, .entra, "https://evilciamlogin.com/a", .asks),
        Row("https://ciamlogin.com/a", nil, .entra, "https://ciamlogin.com/a", .asks),
        Row(
            "https://contoso.ciamlogin.com.evil.example/a", nil, .entra, "https://contoso.ciamlogin.com.evil.example/a",
            .asks),
        // A Cyrillic o, and the name in punycode.
        Row(
            "https://l\u{43E}gin.microsoftonline.com/a", nil, .entra, "https://l\u{43E}gin.microsoftonline.com/a", .asks
        ),
        Row(
            "https://xn--lgin-9ed.microsoftonline.com/a", nil, .entra, "https://xn--lgin-9ed.microsoftonline.com/a",
            .asks),
        Row(
            "https://login.microsoftonline\u{3002}com/a", nil, .entra, "https://login.microsoftonline\u{3002}com/a",
            .asks),
        Row("https://a\u{FF0F}b.ciamlogin.com/a", nil, .entra, "https://a\u{FF0F}b.ciamlogin.com/a", .asks),
        Row("https://a\u{FF0E}b.login.microsoft.com/a", nil, .entra, "https://a\u{FF0E}b.login.microsoft.com/a", .asks),
        Row("https://10.0.0.7/a", nil, .entra, "https://10.0.0.7/a", .asks),
        Row("https://[2001:db8::1]:8443/a", nil, .entra, "https://[2001:db8::1]:8443/a", .asks),
        Row("https://localhost.evil.example/a", nil, .entra, "https://localhost.evil.example/a", .asks),
        Row("https://127.0.0.1.nip.io/a", nil, .entra, "https://127.0.0.1.nip.io/a", .asks),
        Row("http://localhost:8080", "contoso.com", "http://localhost:8080/contoso.com"),
        Row("https://localhost:8443/\(id)", "https://localhost:8443/\(id)"),
        Row("http://127.0.0.1:8080/contoso.com/", "http://127.0.0.1:8080/contoso.com"),
        Row("http://[::1]:8080/contoso.com", "http://[::1]:8080/contoso.com"),
        Row("http://entra.localhost:8080/contoso.com", "http://entra.localhost:8080/contoso.com"),
        Row("http://localhost:8080/adfs", nil, .adfs, "http://localhost:8080/adfs"),
        Row("http://localhost:8080/tfp/contoso/any", nil, .b2c, "http://localhost:8080/tfp/contoso/any"),
    ]

    @Test(arguments: entraRows + copiedRows + cloudRows + otherKinds + unknownRows)
    func `an authority's endpoints are known without asking, and whether its host is`(row: Row) throws {
        let authority = try Authority(row.url, tenant: row.tenant)
        #expect(authority.kind == row.kind)
        #expect(authority.tokenEndpoint.description == row.tokenEndpoint)
        #expect(authority.configurationEndpoint().description == row.configurationEndpoint)
        #expect(authority.needsInstanceDiscovery == (row.discovery == .asks))
        var trusted = try Authority(row.url, tenant: row.tenant)
        trusted.isTrusted = true
        #expect(!trusted.needsInstanceDiscovery)
        #expect(authority.description == row.base)
        let again = try Authority(authority.description, tenant: nil)
        #expect(again == authority, "the canonical form stands for itself")
    }
}
