import Testing
import World

@testable import OAuth

/// What is no authority, and what is said about it.
struct RefusedAuthorityTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let entra = "https://login.microsoftonline.com"
    private static let long = String(repeating: "a", count: 254)

    typealias Row = (url: String, tenant: String?, words: String, hint: String?)

    static let incomplete: [Row] = [
        (entra, nil, "no tenant", "--tenant"), ("\(entra)/", nil, "no tenant", "--tenant"),
        (entra, "", "invalid tenant", nil),
        ("https://contoso.b2clogin.com", nil, "no policy", "https://HOST/TENANT/POLICY"),
        ("https://contoso.b2clogin.com", "contoso", "no policy", "https://HOST/TENANT/POLICY"),
        ("https://contoso.b2clogin.com/contoso", nil, "no policy", "https://HOST/TENANT/POLICY"),
        ("\(entra)/tfp", nil, "no policy", "https://HOST/TENANT/POLICY"),
        ("\(entra)/tfp/contoso", nil, "no policy", "https://HOST/TENANT/POLICY"),
        ("https://dsts.core.example/dstsv2", nil, "no tenant", "--tenant"),
        ("https://a.b.ciamlogin.com", nil, "no tenant", "--tenant"),
        ("\(entra)/v2.0", id, "expected https://HOST", "--issuer"),
        ("\(entra)/oauth2/v2.0/token", id, "expected https://HOST", "--issuer"),
        ("\(entra)/.well-known/openid-configuration", id, "expected https://HOST", "--issuer"),
        ("https://contoso.b2clogin.com/contoso?p=B2C_1_susi", nil, "no policy", "https://HOST/TENANT/POLICY"),
        ("\(entra)/saml2?x=y", id, "expected https://HOST", "--issuer"), (entra, "tfp", "invalid tenant", nil),
        (entra, "DSTSv2", "invalid tenant", nil),
        (entra, "oauth2", "invalid tenant", nil), (entra, "v2.0", "invalid tenant", nil),
        ("https://contoso.ciamlogin.com/tfp", nil, "invalid tenant", nil),
    ]

    static let contradictions: [Row] = [
        ("\(entra)/a", "b", "'b'", "TOKENCTL_AUTHORITY"),
        ("\(entra)/\(id)/v2.0", "contoso.com", "'contoso.com'", "TOKENCTL_AUTHORITY"),
        ("https://sts.contoso.com/adfs", id, "AD FS", "TOKENCTL_AUTHORITY"),
        ("https://sts.contoso.com/adfs", "organizations", "AD FS", "TOKENCTL_AUTHORITY"),
        ("\(entra)/contoso.com", "common", "'common'", "TOKENCTL_AUTHORITY"),
        ("https://contoso.b2clogin.com/common/b2c_1_a", "b", "'b'", "TOKENCTL_AUTHORITY"),
        ("https://contoso.ciamlogin.com/a", "b", "'b'", "TOKENCTL_AUTHORITY"),
        ("https://contoso.b2clogin.com/a/b2c_1_a", "b", "'b'", "TOKENCTL_AUTHORITY"),
        ("https://dsts.core.example/dstsv2/a", "b", "'b'", "TOKENCTL_AUTHORITY"),
    ]

    static let tooMuch: [Row] = [
        ("\(entra)/a/b", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/b/c", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/oauth2/v2.0/evil", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/oauth2/v2.0/token/x", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/v1.0", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/v2.0/b", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/saml2/x", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/discovery/v2.0/evil", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/oauth2/v2.0/authorize?P=b2c_1_a&code=secret", nil, "expected https://HOST", "question mark"),
        ("\(entra)/a/oauth2/v2.0/evil?b=c", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a?b=c", nil, "expected https://HOST", "question mark"),
        ("\(entra)/a?code=secret", nil, "expected https://HOST", "question mark"),
        ("\(entra)/a?", nil, "expected https://HOST", "question mark"),
        (
            "https://contoso.b2clogin.com/a/oauth2/v2.0/authorize?p=b2c_1_a", nil, "no policy",
            "https://HOST/TENANT/POLICY"
        ),
        ("https://contoso.b2clogin.com/a/b2c_1_a/b", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/tfp/a/b/c", nil, "expected https://HOST", "--issuer"),
        ("https://sts.contoso.com/adfs/ls", nil, "expected https://HOST", "--issuer"),
        ("https://sts.contoso.com/adfs/services/trust", nil, "expected https://HOST", "--issuer"),
        ("https://sts.contoso.com/adfs/b2c_1_a", nil, "expected https://HOST", "--issuer"),
        ("https://contoso.ciamlogin.com/a/b2c_1_a", nil, "expected https://HOST", "--issuer"),
        ("https://dsts.core.example/dstsv2/a/b", nil, "expected https://HOST", "--issuer"),
        ("https://login.contoso.com/a/policy", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a#access_token=secret", nil, "fragment", nil),
    ]

    static let hostile: [Row] = [
        ("http://login.microsoftonline.com/a", nil, "https://", nil),
        ("http://localhost.evil.example/a", nil, "https://", nil),
        ("login.microsoftonline.com", "a", "absolute", nil),
        ("ftp://login.microsoftonline.com/a", nil, "absolute", nil),
        ("javascript:alert(1)", "a", "absolute", nil), ("", "a", "absolute", nil), ("https://", "a", "host", nil),
        ("https:///a", nil, "host", nil), ("https://login.microsoftonline.com./a", nil, "host", nil),
        ("https://login..microsoftonline.com/a", nil, "host", nil),
        ("https://.login.microsoftonline.com/a", nil, "host", nil),
        ("https://login%2Emicrosoftonline.com/a", nil, "host", nil), ("https://[::1/a", nil, "host", nil),
        ("https://login.microsoftonline.com@evil.example/a", nil, "user name", nil),
        ("https://user:secret@login.microsoftonline.com/a", nil, "user name", nil),
        ("https://evil.example\\@login.microsoftonline.com/a", nil, "character", nil),
        ("https://evil.example#@login.microsoftonline.com/a", nil, "fragment", nil),
        ("https://login.microsoftonline.com\\a", nil, "character", nil), ("\(entra) /a", nil, "character", nil),
        ("\(entra)/a\n", nil, "character", nil), ("\(entra)/\u{0}a", nil, "character", nil),
        (" \(entra)/a", nil, "character", nil),
        ("https://login.microsoftonline.com:0/a", nil, "port", nil),
        ("https://login.microsoftonline.com:99999/a", nil, "port", nil),
        ("https://login.microsoftonline.com:/a", nil, "port", nil),
        ("https://login.microsoftonline.com:44a/a", nil, "port", nil),
        ("\(entra)/..", nil, "invalid tenant", nil), ("\(entra)/.", nil, "invalid tenant", nil),
        ("\(entra)/%2e%2e", nil, "invalid tenant", nil), ("\(entra)/a%2Fb", nil, "invalid tenant", nil),
        ("\(entra)/a;b", nil, "invalid tenant", nil), ("\(entra)/{tenantid}", nil, "character", nil),
        ("\(entra)/caf\u{E9}", nil, "character", nil), ("\(entra)/\(long)", nil, "invalid tenant", nil),
        ("\(entra)/a/b2c_/../x", nil, "expected https://HOST", "--issuer"),
        ("\(entra)/a/b2c_1%2F..", nil, "policy", nil),
        ("https://contoso.b2clogin.com/a/..", nil, "policy", nil),
        ("https://contoso.b2clogin.com/a/\(long)", nil, "policy", nil),
        ("\(entra)/tfp/../b2c_1_a", nil, "invalid tenant", nil),
        ("https://dsts.core.example/dstsv2/..", nil, "invalid tenant", nil),
        (entra, "a/b", "invalid tenant", nil), (entra, "a b", "invalid tenant", nil),
        (entra, "a%2Fb", "invalid tenant", nil),
        (entra, "\u{E9}", "invalid tenant", nil), (entra, "a?b", "invalid tenant", nil),
        (entra, "..", "invalid tenant", nil),
        (entra, "a#b", "invalid tenant", nil), (entra, "a@b.example", "invalid tenant", nil),
        (entra, "a\nb", "invalid tenant", nil),
        (entra, "{\(id)}", "invalid tenant", nil), (entra, long, "invalid tenant", nil),
        ("https://contoso.ciamlogin.com", "../x", "invalid tenant", nil),
    ]

    @Test(arguments: incomplete + contradictions + tooMuch + hostile)
    func `a wrong authority is a usage error that says why`(url: String, tenant: String?, words: String, hint: String?)
    {
        let error = #expect(throws: Failure(.usage, "")) { try Authority(url, tenant: tenant) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(hint.map { error?.hint?.contains($0) == true } ?? (error?.hint == nil), "\(error?.hint ?? "no hint")")
        #expect(error?.message.contains("secret") == false, "an address may hold a password, a code or a token")
    }
}
