import JOSE

/// `GET /common/discovery/instance`: whether an authority's host is one of Entra's, and its other names.
package struct InstanceDiscovery: Endpoint {
    package let hosts: HostNames

    /// Host names of one cloud: the one to ask, the one to file tokens under, and all of them.
    private struct Cloud {
        let network: String
        let cache: String
        let aliases: [String]
    }

    private static let entra = [
        Cloud(
            network: "login.microsoftonline.com", cache: "login.windows.net",
            aliases: [
                "login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net",
            ]),
        Cloud(
            network: "login.partner.microsoftonline.cn", cache: "login.partner.microsoftonline.cn",
            aliases: ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"]),
        Cloud(
            network: "login.microsoftonline.us", cache: "login.microsoftonline.us",
            aliases: ["login.microsoftonline.us", "login.usgovcloudapi.net"]),
        Cloud(
            network: "login-us.microsoftonline.com", cache: "login-us.microsoftonline.com",
            aliases: ["login-us.microsoftonline.com"]),
    ]

    package var place: Fault.Place? { .discovery }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let query = try exchange.request.queryFields()
        let version = try query.required("api-version")
        guard ["1.0", "1.1"].contains(version) else { throw .invalidInstance }
        let (origin, host, tenant) = try Self.parts(of: query.required("authorization_endpoint"))
        let clouds = Self.entra + hosts.clouds.map { Cloud(network: $0[0], cache: $0[0], aliases: $0) }
        guard clouds.contains(where: { $0.aliases.contains(host) }) else { throw .invalidInstance }

        let discovery = "\(origin)/\(tenant)/v2.0/.well-known/openid-configuration"
        var answer: JSONObject = ["tenant_discovery_endpoint": .string(discovery)]
        if version == "1.1" {
            answer["api-version"] = .string(version)
            answer["metadata"] = .array(clouds.map(Self.metadata))
        }
        return Response(body: .object(answer))
    }

    /// Splits `https://host:port/tenant/…` into `https://host:port`, the lower-case host and the tenant.
    private static func parts(
        of endpoint: String
    ) throws(EntraError) -> (origin: String, host: String, tenant: Substring) {
        let parts = endpoint.split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0] == "https:" || parts[0] == "http:", parts[1].isEmpty, !parts[3].isEmpty else {
            throw .invalidInstance
        }
        return ("\(parts[0])//\(parts[2])", HostNames.host(of: String(parts[2])), parts[3])
    }

    private static func metadata(of cloud: Cloud) -> JSON {
        .object([
            "preferred_network": .string(cloud.network),
            "preferred_cache": .string(cloud.cache),
            "aliases": .strings(cloud.aliases),
        ])
    }
}
