import JOSE

/// `GET /common/userrealm/{user}`: where a person's password is checked; MSAL asks before it sends one.
package struct UserRealm: Endpoint {
    package let directory: Directory
    package let hosts: HostNames

    package var place: Fault.Place? { .realm }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let name = exchange.parameters["user", default: ""]
        let isKnown = directory.tenants.contains { $0.owns(name) }
        let federation = directory.federation(of: name)
        let type = federation != nil ? "Federated" : isKnown ? "Managed" : "Unknown"
        var realm: JSONObject = ["ver": .string("1.0"), "account_type": .string(type)]
        if isKnown { realm["domain_name"] = .string(name.drop { $0 != "@" }.dropFirst().lowercased()) }
        if let federation {
            realm["federation_protocol"] = .string("WSTrust")
            realm["federation_metadata_url"] = .string(federation.address("mex", at: exchange.base))
            realm["federation_active_auth_url"] = .string(
                federation.address("2005/usernamemixed", at: exchange.base))
        }
        realm["cloud_instance_name"] = .string(hosts.cloudName(of: exchange.base.host))
        realm["cloud_audience_urn"] = .string(Federation.audience)
        return Response(body: .object(realm))
    }
}
