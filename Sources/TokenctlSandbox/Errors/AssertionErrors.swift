import JOSE

/// What is wrong with a token that is to be exchanged for another one (on behalf of).
extension EntraError {
    package static func unsupportedTokenUse(_ use: String) -> EntraError {
        EntraError(90023, "invalid_request", "Unsupported 'requested_token_use' value '\(use)'.")
    }

    package static func unsupportedTokenType(_ type: String) -> EntraError {
        EntraError(90023, "invalid_request", "Unsupported 'requested_token_type' value '\(type)'.")
    }

    package static let identityTokenAssertion = invalidGrant(
        240_002, "Input id_token cannot be used as 'urn:ietf:params:oauth:grant-type:jwt-bearer' grant.")

    package static func appOnlyAssertion(_ app: App) -> EntraError {
        EntraError(
            7_000_114, "unauthorized_client",
            "Application '\(app.id)' is not allowed to make application on-behalf-of calls.")
    }

    /// - Parameters:
    ///   - audience: the assertion's.
    ///   - expected: how the client is named as an API.
    package static func assertionForAnother(_ audience: String, than app: App, expected: String) -> EntraError {
        invalidGrant(
            500_131,
            "Assertion audience does not match the Client app presenting the assertion. The audience in the assertion "
                + "was '\(audience)' and the expected audience is '\(expected)' or one of the Application Uris of this "
                + "application with App ID '\(app.id)'(\(app.name)). The downstream client must request a token for the "
                + "expected audience (the application that made the OBO request) and this application should use that "
                + "token as the assertion.")
    }

    /// - Parameter now: seconds since 1970.
    package static func assertion(_ flaw: IssuedToken.Flaw, now: Int) -> EntraError {
        switch flaw {
        case .malformed: EntraError(50027, "invalid_request", "JWT token is invalid or malformed.")
        case .unknownKey(let identifier):
            unbelievedAssertion("[Reason - The key was not found., Thumbprint of key used by client: '\(identifier)'].")
        case .signature(let key):
            unbelievedAssertion(
                "[Reason - The provided signature value did not match the expected signature value., Thumbprint of key "
                    + "used by client: '\(key.id)', Found key 'Start=\(Timestamp.iso8601(key.certificate.notBefore)), "
                    + "End=\(Timestamp.iso8601(key.certificate.notAfter))'].")
        case .issuer: unbelievedAssertion("[Reason - The issuer is another one.].")
        case .expired(let expiry):
            invalidGrant(
                500_133,
                "Assertion is not within its valid time range. Ensure that the access token is not expired before using "
                    + "it for user assertion, or request a new token. Current time: \(Timestamp.iso8601(now)), expiry "
                    + "time of assertion \(Timestamp.iso8601(expiry)).")
        }
    }

    private static func unbelievedAssertion(_ why: String) -> EntraError {
        invalidGrant(50013, "Assertion failed signature validation. \(why)")
    }
}
