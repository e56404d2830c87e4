import JOSE

/// `GET /{tenant}/v2.0/.well-known/openid-configuration`, and version 1's (OpenID Connect Discovery 1.0 section 4).
package struct Discovery: Endpoint {
    package let version: PlatformVersion
    package let directory: Directory
    /// Whether authorization responses say whose they are (RFC 9207 section 3).
    package let announcesIssuer: Bool

    package var place: Fault.Place? { .discovery }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let authority = try exchange.authority(in: directory)
        let tenant = "\(exchange.base)/\(exchange.segments(of: authority))"
        var issuer = version.issuer(of: authority.issuerSegment, at: exchange.base)
        if case .tenant(let tenant) = authority { issuer = tenant.issuer(version, at: exchange.base) }
        let keys = version == .v2 ? "/discovery/v2.0/keys" : "/discovery/keys"
        var document: JSONObject = [
            "token_endpoint": .string(tenant + version.path("token")),
            "token_endpoint_auth_methods_supported": .strings([
                "client_secret_post", "private_key_jwt", "client_secret_basic",
            ]),
            "token_endpoint_auth_signing_alg_values_supported": .strings(ClientAssertion.algorithms.map(\.rawValue)),
            "jwks_uri": .string(tenant + keys),
            "response_modes_supported": .strings(["query", "fragment", "form_post"]),
            "subject_types_supported": .strings(["pairwise"]),
            "id_token_signing_alg_values_supported": .strings(["RS256"]),
            "response_types_supported": .strings(["code"]),
            "scopes_supported": .strings(["openid", "profile", "email", "offline_access"]),
            "issuer": .string(issuer),
            "request_uri_parameter_supported": .bool(false),
            "userinfo_endpoint": .string("\(exchange.base)/oidc/userinfo"),
            "authorization_endpoint": .string(tenant + version.path("authorize")),
            "device_authorization_endpoint": .string(tenant + version.path("devicecode")),
        ]
        document["claims_supported"] = .strings([
            "sub", "iss", "cloud_instance_name", "cloud_instance_host_name", "cloud_graph_host_name", "msgraph_host",
            "aud", "exp", "iat", "auth_time", "acr", "nonce", "preferred_username", "name", "tid", "ver", "at_hash",
            "c_hash", "email",
        ])
        guard exchange.shape == .entra else {
            document["device_authorization_endpoint"] = nil
            document["claims_supported"] = .strings([
                "name", "emails", "idp", "oid", "sub", "tfp", "iss", "iat", "exp", "aud", "acr", "nonce", "auth_time",
            ])
            return Response(body: .object(document))
        }
        if announcesIssuer { document["authorization_response_iss_parameter_supported"] = .bool(true) }
        document["kerberos_endpoint"] = .string("\(tenant)/kerberos")
        document["tenant_region_scope"] = .string("EU")
        document["cloud_instance_name"] = .string(exchange.base.authority)
        document["cloud_graph_host_name"] = .string("graph.windows.net")
        document["msgraph_host"] = .string("graph.microsoft.com")
        document["rbac_url"] = .string("https://pas.windows.net")
        return Response(body: .object(document))
    }
}
