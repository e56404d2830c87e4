/// Microsoft's national clouds, by the names that `--cloud` takes; the last three are MSAL's own.
package enum Cloud: String, Sendable, CaseIterable {
    case `public`
    case usgov
    case china
    /// Bleu, in France.
    case govfr
    /// Delos, in Germany.
    case govde
    /// Singapore's.
    case govsg

    /// By its name in any case, or by the Azure CLI's.
    package init?(name: String) {
        switch name.lowercased() {
        case "azurecloud": self = .public
        case "azureusgovernment": self = .usgov
        case "azurechinacloud": self = .china
        case let name: self.init(rawValue: name)
        }
    }

    /// The authority without a tenant.
    package var authority: String {
        switch self {
        case .public: Authority.publicCloud
        case .usgov: "https://login.microsoftonline.us"
        case .china: "https://login.partner.microsoftonline.cn"
        case .govfr: "https://login.sovcloud-identity.fr"
        case .govde: "https://login.sovcloud-identity.de"
        case .govsg: "https://login.sovcloud-identity.sg"
        }
    }
}
