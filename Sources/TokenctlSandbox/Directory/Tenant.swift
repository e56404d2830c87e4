/// An organization: a GUID, and the domain names that stand for it.
package struct Tenant: Sendable {
    package let id: String
    package let displayName: String
    /// Lower-case; the first is the one to show.
    package let domains: [String]
    package var shape = AuthorityShape.entra

    package var names: [String] { [id] + domains }

    /// Whether a person's name ends in one of the domains.
    package func owns(_ name: String) -> Bool {
        domains.contains(name.drop { $0 != "@" }.dropFirst().lowercased())
    }
}

/// The tenant segment of a URL: one organization, or a word that leaves it open.
package enum Authority: Sendable {
    case tenant(Tenant)
    case common, organizations, consumers

    /// What stands for it in endpoint URLs: always the GUID, even when asked by domain.
    package var segment: String {
        switch self {
        case .tenant(let tenant): tenant.id
        case .common: "common"
        case .organizations: "organizations"
        case .consumers: Self.consumersTenantID
        }
    }

    /// What stands for it in issuers: a placeholder where the tenant is open.
    package var issuerSegment: String {
        switch self {
        case .tenant(let tenant): tenant.id
        case .common, .organizations: "{tenantid}"
        case .consumers: Self.consumersTenantID
        }
    }

    /// The tenant of personal Microsoft accounts.
    private static let consumersTenantID = "9188040d-6c67-4c5b-b112-36a304b66dad"
}
