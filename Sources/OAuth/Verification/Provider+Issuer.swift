import JOSE
import World

extension Provider {
    /// What `iss` has to be.
    ///
    /// - Parameter issuers: as the provider's metadata has them.
    func issuerRule(issuers: [String]) -> IssuerRule {
        guard case .authority(let authority) = self else { return IssuerRule(issuers: issuers) }
        return IssuerRule(
            issuers: issuers, otherKeyIssuers: ["\(authority.server)/{tenantid}/v2.0"],
            tenant: authority.hasTenantID ? authority.tenant : nil,
            refusesPersonalAccounts: authority.tenant == "organizations")
    }

    /// The same without asking the provider.
    ///
    /// - Throws: `usage` where only its metadata tells.
    func issuerRule() throws(Failure) -> IssuerRule {
        switch self {
        case .issuer(let issuer): return IssuerRule(issuers: [issuer.identifier])
        case .authority(let authority):
            guard let issuers = authority.knownIssuers else {
                throw Failure(
                    .usage, "only the provider itself knows the issuer of '\(authority.tenant)'",
                    hint: "give the tenant's id, or --issuer; or leave out --jwks and --key")
            }
            return issuerRule(issuers: issuers)
        }
    }
}

extension Authority {
    /// The issuers of both versions of tokens; nil for a tenant whose id is not known.
    fileprivate var knownIssuers: [String]? {
        if isADFS { return ["\(server)/adfs", "http://\(server.host)/adfs/services/trust"] }
        guard policy == nil, hasTenantID || isMultiTenant else { return nil }
        let id = hasTenantID ? tenant : "{tenantid}"
        return ["\(server)/\(id)/v2.0", version1Server + "/\(id)/"]
    }

    /// Where version 1.0 tokens are from, by name only.
    private var version1Server: String {
        switch server.host {
        case "login.partner.microsoftonline.cn", "login.chinacloudapi.cn": "https://sts.chinacloudapi.cn"
        case let host where WebURL.isLoopback(host: host): server.description
        default: "https://sts.windows.net"
        }
    }
}
