import JOSE

/// `GET /common/userrealm/{user}`: where a person's password is checked; MSAL asks before it sends one.
package struct UserRealm: Endpoint {
    package let directory: Directory

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let name = exchange.parameters["user", default: ""]
        let isManaged = directory.tenants.contains { $0.owns(name) }
        var realm: JSONObject = [
            "ver": .string("1.0"), "account_type": .string(isManaged ? "Managed" : "Unknown"),
        ]
        if isManaged { realm["domain_name"] = .string(name.drop { $0 != "@" }.dropFirst().lowercased()) }
        realm["cloud_instance_name"] = .string(exchange.base.host)
        realm["cloud_audience_urn"] = .string("urn:federation:MicrosoftOnline")
        return Response(body: .object(realm))
    }
}
