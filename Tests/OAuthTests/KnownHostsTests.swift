import OAuth
import Testing

struct KnownHostsTests {
    @Test(arguments: [
        ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"],
        ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"],
        ["login.microsoftonline.us", "login.usgovcloudapi.net"],
        ["login.windows-ppe.net", "sts.windows-ppe.net", "login.microsoft-ppe.com"],
        ["login.microsoftonline.de"], ["login-us.microsoftonline.com"], ["login.sovcloud-identity.fr"],
        ["login.sovcloud-identity.de"], ["login.sovcloud-identity.sg"], ["contoso.b2clogin.com"], ["localhost"],
    ])
    func `the names of a service are the same, and go by the first`(names: [String]) {
        for name in names {
            #expect(KnownHosts.canonical(name) == names[0])
            #expect(KnownHosts.areSame(name.uppercased(), names[0]))
        }
    }

    @Test(arguments: [
        ("login.microsoftonline.com", "login.microsoftonline.us"),
        ("login.windows.net", "login.windows.net.evil.example"),
        ("login.windows.net:8443", "login.microsoftonline.com"),
        ("login-us.microsoftonline.com", "login.microsoftonline.us"),
    ])
    func `other services are not`(one: String, other: String) {
        #expect(!KnownHosts.areSame(one, other))
    }
}
