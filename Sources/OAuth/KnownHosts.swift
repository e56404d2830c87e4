import World

/// Microsoft's sign-in hosts, and which of them are the same service under several names.
///
/// They are fixed, so that a cached token is found without asking a server for its aliases. The names are those of
/// MSAL's own tables (`metadata.aliases` of instance discovery).
package enum KnownHosts {
    /// The name that a service prefers, of the names that it has (`preferred_network`); any other host's own.
    ///
    /// - Parameter host: in lower case; with a port it is nobody's alias.
    package static func canonical(_ host: String) -> String {
        switch host {
        case "login.windows.net", "login.microsoft.com", "sts.windows.net": "login.microsoftonline.com"
        case "login.chinacloudapi.cn": "login.partner.microsoftonline.cn"
        case "login.usgovcloudapi.net": "login.microsoftonline.us"
        case "sts.windows-ppe.net", "login.microsoft-ppe.com": "login.windows-ppe.net"
        default: host
        }
    }

    /// The canonical name of a host, or of the one that it is a region of.
    static func global(_ host: String) -> String {
        canonical(withoutRegion(host).flatMap { isListed($0) ? $0 : nil } ?? host)
    }

    /// Whether two hosts are names of one service.
    package static func areSame(_ one: String, _ other: String) -> Bool {
        one == other || canonical(one.lowercased()) == canonical(other.lowercased())
    }

    /// Whether nobody but Microsoft has the host: one of Entra's, or of its regions.
    ///
    /// - Parameter host: in lower case, without the port.
    static func isMicrosoft(_ host: String) -> Bool { isListed(host) || withoutRegion(host).map(isListed) == true }

    /// Whether tokens may be issued in the host's name: one of Entra's, or a customer's with B2C or External ID.
    static func isIssuer(_ host: String) -> Bool {
        // Tokens of version 1.0 have an issuer of their own beside each cloud's `login` host.
        isMicrosoft(host) || host.hasPrefix("sts.") && isListed("login." + host.dropFirst(4)) || isB2C(host)
            || isCIAM(host)
    }

    /// Azure AD B2C: the host is named for the customer.
    package static func isB2C(_ host: String) -> Bool {
        isCustomer(host, of: ".b2clogin.com") || isCustomer(host, of: ".b2clogin.cn")
            || isCustomer(host, of: ".b2clogin.us") || isCustomer(host, of: ".b2clogin.de")
    }

    /// Entra External ID: the host is named for the customer.
    static func isCIAM(_ host: String) -> Bool { isCustomer(host, of: ".ciamlogin.com") }

    /// Whether one host is the other's in a region: one name in front of it, as `westus2.login.microsoft.com` has.
    static func isRegion(_ host: String, of other: String) -> Bool { withoutRegion(host) == other }

    private static func isCustomer(_ host: String, of service: String) -> Bool {
        host.hasSuffix(service) && host.utf8.count > service.utf8.count && isASCII(host)
    }

    private static func withoutRegion(_ host: String) -> String? {
        guard let dot = host.firstIndex(of: "."), isASCII(host) else { return nil }
        return String(host[host.index(after: dot)...])
    }

    /// Beyond ASCII, what looks like a part of a name may be written anew as a dot or a slash on the way to the network.
    private static func isASCII(_ host: String) -> Bool { host.utf8.allSatisfy { $0 < 0x80 } }

    /// Whether it is a global host of one of Entra's clouds, by whatever name.
    static func isListed(_ host: String) -> Bool {
        switch canonical(host) {
        case "login.microsoftonline.com", "login.partner.microsoftonline.cn", "login.microsoftonline.us",
            "login.microsoftonline.de", "login-us.microsoftonline.com", "login.sovcloud-identity.fr",
            "login.sovcloud-identity.de", "login.sovcloud-identity.sg", "login.windows-ppe.net":
            true
        default: false
        }
    }
}
