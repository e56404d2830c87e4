/// Microsoft's sign-in hosts that are the same service under several names.
///
/// They are fixed, so that a cached token is found without asking a server for its aliases. The names are those of
/// MSAL's own tables (`metadata.aliases` of instance discovery).
package enum KnownHosts {
    /// The name that requests go to, of the names that a host has (`preferred_network`); any other host's own.
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

    /// Whether two hosts are names of one service.
    package static func areSame(_ one: String, _ other: String) -> Bool {
        one == other || canonical(one.lowercased()) == canonical(other.lowercased())
    }
}
