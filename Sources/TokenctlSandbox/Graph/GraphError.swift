import JOSE

/// A refusal as Microsoft Graph words it.
package struct GraphError: Error {
    /// The HTTP status.
    package let status: Int
    /// Such as `InvalidAuthenticationToken`.
    package let code: String
    package let message: String
    /// The claims that a new token has to be asked for with, as JSON text (a claims challenge).
    package var claims: String?

    package static func invalidToken(_ message: String) -> GraphError {
        GraphError(status: 401, code: "InvalidAuthenticationToken", message: message)
    }

    package static func denied(_ message: String) -> GraphError {
        GraphError(status: 403, code: "Authorization_RequestDenied", message: message)
    }

    /// - Parameter notBefore: when the tokens start that will do, in seconds since 1970.
    package static func challenge(notBefore: Int) -> GraphError {
        var refusal = invalidToken(
            "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
                + "TokenIssuedBeforeRevocationTimestamp")
        refusal.claims = #"{"access_token":{"nbf":{"essential":true,"value":"\#(notBefore)"}}}"#
        return refusal
    }

    package static func flaw(_ flaw: IssuedToken.Flaw) -> GraphError {
        switch flaw {
        case .malformed: .invalidToken("IDX14100: JWT is not well formed.")
        case .unknownKey, .signature: .invalidToken("Access token validation failure. Invalid signature.")
        case .issuer: .invalidToken("Access token validation failure. Invalid issuer.")
        case .expired: .invalidToken("Lifetime validation failed, the token is expired.")
        }
    }

    package func response(in exchange: Exchange) -> Response {
        let details: JSONObject = [
            "date": .string(Timestamp.iso8601(exchange.now)), "request-id": .string(exchange.traceID),
            "client-request-id": .string(exchange.correlationID),
        ]
        var response = Response(
            status: status,
            body: .object([
                "error": .object([
                    "code": .string(code), "message": .string(message), "innerError": .object(details),
                ])
            ]))
        if status == 401 { response.headers["WWW-Authenticate"] = header(exchange.base) }
        return response
    }

    /// RFC 6750 section 3, with what Entra adds.
    private func header(_ base: BaseURL) -> String {
        let challenge = claims.map { #", error="insufficient_claims", claims="\#(Base64.encode(Array($0.utf8)))""# }
        return #"Bearer realm="", authorization_uri="\#(base)/common/oauth2/authorize", "#
            + #"client_id="00000003-0000-0000-c000-000000000000""# + (challenge ?? "")
    }
}
