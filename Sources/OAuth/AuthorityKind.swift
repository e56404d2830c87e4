/// The services of Microsoft's that are asked in Entra's way, and how their authorities are written.
package enum AuthorityKind: Sendable {
    /// Entra ID: `https://HOST/TENANT`.
    case entra
    /// Azure AD B2C: `https://HOST/TENANT/POLICY`, or the same with `tfp` in front of the tenant.
    case b2c
    /// Entra External ID (CIAM): `https://NAME.ciamlogin.com`, with or without a tenant.
    case ciam
    /// Active Directory Federation Services: `https://HOST/adfs`.
    case adfs
    /// Azure's own datacenters' token service (dSTS): `https://HOST/dstsv2/TENANT`.
    case dsts

    /// For people.
    package var name: String {
        switch self {
        case .entra: "Entra"
        case .b2c: "Azure AD B2C"
        case .ciam: "Entra External ID"
        case .adfs: "AD FS"
        case .dsts: "dSTS"
        }
    }
}
