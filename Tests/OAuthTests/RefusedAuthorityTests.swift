import Testing
import World

@testable import OAuth

/// What is no authority, and what is said about it.
struct RefusedAuthorityTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let entra = "https://login.microsoftonline.com"
    private static let long = String(repeating: "a", count: 254)

    typealias Row = (url: String, tenant: String?, words: String)

    static let incomplete: [Row] = [
        (entra, nil, "no tenant"), ("\(entra)/", nil, "no tenant"), (entra, "", "invalid tenant"),
        ("https://contoso.b2clogin.com", nil, "/POLICY"), ("https://contoso.b2clogin.com", "contoso", "/POLICY"),
        ("https://contoso.b2clogin.com/contoso", nil, "/POLICY"), ("\(entra)/tfp", nil, "/POLICY"),
        ("\(entra)/tfp/contoso", nil, "/POLICY"), ("https://dsts.core.example/dstsv2", nil, "no tenant"),
        ("https://a.b.ciamlogin.com", nil, "no tenant"), ("\(entra)/v2.0", id, "expected"),
        ("\(entra)/oauth2/v2.0/token", id, "expected"),
        ("\(entra)/.well-known/openid-configuration", id, "expected"),
    ]

    static let contradictions: [Row] = [
        ("\(entra)/a", "b", "'b'"), ("\(entra)/\(id)/v2.0", "contoso.com", "'contoso.com'"),
        ("https://sts.contoso.com/adfs", id, "AD FS"), ("https://contoso.ciamlogin.com/a", "b", "'b'"),
        ("https://contoso.b2clogin.com/a/b2c_1_a", "b", "'b'"), ("https://dsts.core.example/dstsv2/a", "b", "'b'"),
    ]

    static let tooMuch: [Row] = [
        ("\(entra)/a/b", nil, "expected"), ("\(entra)/a/b/c", nil, "expected"),
        ("\(entra)/a/oauth2/v2.0/evil", nil, "expected"), ("\(entra)/a/oauth2/v2.0/token/x", nil, "expected"),
        ("\(entra)/a/v1.0", nil, "expected"), ("\(entra)/a/v2.0/b", nil, "expected"),
        ("\(entra)/a/saml2", nil, "expected"), ("\(entra)/a/discovery/v2.0/keys", nil, "expected"),
        ("\(entra)/a?b=c", nil, "expected"), ("\(entra)/a?code=secret", nil, "expected"),
        ("\(entra)/a?", nil, "expected"),
        ("https://contoso.b2clogin.com/a/oauth2/v2.0/authorize?p=b2c_1_a", nil, "/POLICY"),
        ("https://contoso.b2clogin.com/a/b2c_1_a/b", nil, "expected"),
        ("\(entra)/tfp/a/b/c", nil, "expected"), ("https://sts.contoso.com/adfs/ls", nil, "https://HOST/adfs"),
        ("https://sts.contoso.com/adfs/services/trust", nil, "https://HOST/adfs"),
        ("https://sts.contoso.com/adfs/b2c_1_a", nil, "https://HOST/adfs"),
        ("https://contoso.ciamlogin.com/a/b2c_1_a", nil, "expected"),
        ("https://dsts.core.example/dstsv2/a/b", nil, "expected"),
        ("https://login.contoso.com/a/policy", nil, "expected"), ("\(entra)/a#access_token=secret", nil, "fragment"),
    ]

    static let hostile: [Row] = [
        ("http://login.microsoftonline.com/a", nil, "https://"), ("http://localhost.evil.example/a", nil, "https://"),
        ("login.microsoftonline.com", "a", "absolute"), ("ftp://login.microsoftonline.com/a", nil, "absolute"),
        ("javascript:alert(1)", "a", "absolute"), ("", "a", "absolute"), ("https://", "a", "host"),
        ("https:///a", nil, "host"), ("https://login.microsoftonline.com./a", nil, "host"),
        ("https://login..microsoftonline.com/a", nil, "host"), ("https://.login.microsoftonline.com/a", nil, "host"),
        ("https://login%2Emicrosoftonline.com/a", nil, "host"), ("https://[::1/a", nil, "host"),
        ("https://login.microsoftonline.com@evil.example/a", nil, "user name"),
        ("https://user:secret@login.microsoftonline.com/a", nil, "user name"),
        ("https://evil.example\\@login.microsoftonline.com/a", nil, "character"),
        ("https://evil.example#@login.microsoftonline.com/a", nil, "fragment"),
        ("https://login.microsoftonline.com\\a", nil, "character"), ("\(entra) /a", nil, "character"),
        ("\(entra)/a\n", nil, "character"), ("\(entra)/\u{0}a", nil, "character"), (" \(entra)/a", nil, "character"),
        ("https://login.microsoftonline.com:0/a", nil, "port"),
        ("https://login.microsoftonline.com:99999/a", nil, "port"),
        ("https://login.microsoftonline.com:/a", nil, "port"), ("https://login.microsoftonline.com:44a/a", nil, "port"),
        ("\(entra)/..", nil, "invalid tenant"), ("\(entra)/.", nil, "invalid tenant"),
        ("\(entra)/%2e%2e", nil, "invalid tenant"), ("\(entra)/a%2Fb", nil, "invalid tenant"),
        ("\(entra)/a;b", nil, "invalid tenant"), ("\(entra)/{tenantid}", nil, "character"),
        ("\(entra)/caf\u{E9}", nil, "character"), ("\(entra)/\(long)", nil, "invalid tenant"),
        ("\(entra)/a/b2c_/../x", nil, "expected"), ("\(entra)/a/b2c_1%2F..", nil, "policy"),
        ("https://contoso.b2clogin.com/a/..", nil, "policy"), ("https://contoso.b2clogin.com/a/\(long)", nil, "policy"),
        ("\(entra)/tfp/../b2c_1_a", nil, "invalid tenant"),
        ("https://dsts.core.example/dstsv2/..", nil, "invalid tenant"),
        (entra, "a/b", "invalid tenant"), (entra, "a b", "invalid tenant"), (entra, "a%2Fb", "invalid tenant"),
        (entra, "\u{E9}", "invalid tenant"), (entra, "a?b", "invalid tenant"), (entra, "..", "invalid tenant"),
        (entra, "a#b", "invalid tenant"), (entra, "a@b.example", "invalid tenant"), (entra, "a\nb", "invalid tenant"),
        (entra, "{\(id)}", "invalid tenant"), (entra, long, "invalid tenant"),
        ("https://contoso.ciamlogin.com", "../x", "invalid tenant"),
    ]

    @Test(arguments: incomplete + contradictions + tooMuch + hostile)
    func `a wrong authority is a usage error that says why`(url: String, tenant: String?, words: String) {
        let error = #expect(throws: Failure(.usage, "")) { try Authority(url, tenant: tenant) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("secret") == false, "an address may hold a password, a code or a token")
    }
}
