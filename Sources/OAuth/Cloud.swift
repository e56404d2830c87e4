/// Microsoft's national clouds, by the names that `--cloud` takes.
package enum Cloud: String, Sendable, CaseIterable {
    case `public`
    case usgov
    case china

    /// The authority without a tenant.
    package var authority: String {
        switch self {
        case .public: Authority.publicCloud
        case .usgov: "https://login.microsoftonline.us"
        case .china: "https://login.partner.microsoftonline.cn"
        }
    }
}
