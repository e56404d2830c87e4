/// Version 1 or 2 of the identity platform: of an endpoint, or of a token.
package enum PlatformVersion: String, Sendable {
    case v1 = "1.0"
    case v2 = "2.0"

    /// The `iss` of tokens; version 1's stands in for `https://sts.windows.net/{tid}/`.
    ///
    /// - Parameter tenant: a tenant's GUID, or `{tenantid}`.
    package func issuer(of tenant: String, at base: BaseURL) -> String {
        switch self {
        case .v1: "\(base)/\(tenant)/"
        case .v2: "\(base)/\(tenant)/v2.0"
        }
    }

    /// The path of an endpoint under the tenant, such as `/oauth2/v2.0/token`.
    package func path(_ endpoint: String) -> String {
        switch self {
        case .v1: "/oauth2/\(endpoint)"
        case .v2: "/oauth2/v2.0/\(endpoint)"
        }
    }
}
