import JOSE

/// `GET /adfs/.well-known/openid-configuration`, as an AD FS of 2019 answers.
package struct ADFSDiscovery: Endpoint {
    package var place: Fault.Place? { .discovery }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let server = "\(exchange.base)/adfs"
        let document: JSONObject = [
            "issuer": .string(server),
            "authorization_endpoint": .string("\(server)/oauth2/authorize/"),
            "token_endpoint": .string("\(server)/oauth2/token/"),
            "jwks_uri": .string("\(server)/discovery/keys"),
            "token_endpoint_auth_methods_supported": .strings([
                "client_secret_post", "client_secret_basic", "private_key_jwt",
            ]),
            "response_types_supported": .strings(["code"]),
            "response_modes_supported": .strings(["query", "fragment", "form_post"]),
            "grant_types_supported": .strings([
                "authorization_code", "refresh_token", "client_credentials", "password",
                "urn:ietf:params:oauth:grant-type:device_code",
            ]),
            "subject_types_supported": .strings(["pairwise"]),
            "scopes_supported": .strings(["openid", "profile", "email", "user_impersonation", "allatclaims"]),
            "id_token_signing_alg_values_supported": .strings(["RS256"]),
            "token_endpoint_auth_signing_alg_values_supported": .strings(["RS256"]),
            "access_token_issuer": .string(ADFSToken.issuer(at: exchange.base)),
            "claims_supported": .strings([
                "aud", "iss", "iat", "exp", "auth_time", "nonce", "at_hash", "c_hash", "sub", "upn", "unique_name",
                "pwd_url", "pwd_exp", "mfa_auth_time", "sid", "nbf",
            ]),
            "microsoft_multi_refresh_token": .bool(true),
            "userinfo_endpoint": .string("\(server)/userinfo"),
            "capabilities": .array([]),
            "end_session_endpoint": .string("\(server)/oauth2/logout"),
            "device_authorization_endpoint": .string("\(server)/oauth2/devicecode"),
        ]
        return Response(body: .object(document))
    }
}

/// `GET /adfs/discovery/keys`: the farm's own key.
package struct ADFSKeys: Endpoint {
    package let key: SigningKey?

    package var place: Fault.Place? { .discovery }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let keys = [key].compactMap(\.self).map { key in
            var jwk = key.jwk(issuer: nil)
            jwk["alg"] = .string("RS256")
            return JSON.object(jwk)
        }
        return Response(body: .object(["keys": .array(keys)]))
    }
}
