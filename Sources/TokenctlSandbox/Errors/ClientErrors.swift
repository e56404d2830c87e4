/// What is wrong with an application or with how it authenticates.
extension EntraError {
    package static func unknownApp(_ clientID: String, in tenant: Tenant) -> EntraError {
        EntraError(
            700_016, "unauthorized_client",
            "Application with identifier '\(clientID)' was not found in the directory '\(tenant.displayName)'. This "
                + "can happen if the application has not been installed by the administrator of the tenant or "
                + "consented to by any user in the tenant. You may have sent your authentication request to the wrong "
                + "tenant.")
    }

    package static func disabledApp(_ app: App) -> EntraError {
        EntraError(7_000_112, "unauthorized_client", "Application '\(app.id)'(\(app.name)) is disabled.")
    }

    package static let noCredential = invalidClient(
        7_000_216,
        "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.")

    /// For a grant of a person's, which a confidential client redeems.
    package static let credentialRequired = invalidClient(
        7_000_218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.")

    package static func publicClient(_ app: App) -> EntraError {
        invalidClient(
            700_025,
            "Client is public so neither 'client_assertion' nor 'client_secret' should be presented. Application: "
                + "'\(app.id)'(\(app.name)).")
    }

    package static func wrongSecret(for app: App) -> EntraError {
        invalidClient(
            7_000_215,
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, "
                + "not the client secret ID, for a secret added to app '\(app.id)'.")
    }

    package static func expiredSecret(of app: App) -> EntraError {
        invalidClient(
            7_000_222,
            "The provided client secret keys for app '\(app.id)' are expired. Visit the Azure portal to create new "
                + "keys for your app, or consider using certificate credentials for added security.")
    }

    package static func unsupportedAssertionType(_ type: String) -> EntraError {
        invalidClient(70002, "Error validating credentials. The client_assertion_type '\(type)' is not supported.")
    }

    package static func invalidAssertion(_ why: String) -> EntraError {
        invalidClient(50027, "JWT token is invalid or malformed. \(why)")
    }

    package static func missingAssertionClaim(_ name: String) -> EntraError {
        invalidAssertion("The required claim '\(name)' is missing.")
    }

    /// - Parameter thumbprint: of the certificate that the assertion names, in hexadecimal; nil when it names none.
    package static func assertionKey(_ why: String, thumbprint: String?) -> EntraError {
        invalidClient(
            700_027,
            "The certificate with identifier used to sign the client assertion is not registered on application. "
                + "[Reason - \(why), Thumbprint of key used by client: '\(thumbprint ?? "")'].")
    }

    /// - Parameter thumbprint: in hexadecimal.
    package static func assertionSignature(thumbprint: String) -> EntraError {
        invalidClient(
            700_027,
            "Client assertion failed signature validation. [Reason - The provided signature value did not match the "
                + "expected signature value., Thumbprint of key used by client: '\(thumbprint)'].")
    }

    package static let assertionSubject = invalidClient(
        700_021, "Client assertion application identifier doesn't match 'client_id' parameter.")

    package static let assertionAudience = invalidClient(
        700_023, "Client assertion audience claim does not match Realm issuer.")

    /// - Parameters: seconds since 1970.
    package static func assertionTime(now: Int, from start: Int?, to end: Int?) -> EntraError {
        let times = [start, end].map { $0.map(Timestamp.iso8601) ?? "none" }
        return invalidClient(
            700_024,
            "Client assertion is not within its valid time range. Current time: \(Timestamp.iso8601(now)), assertion "
                + "valid from \(times[0]), expiry time of assertion \(times[1]).")
    }

    package static let assertionReplayed = invalidClient(
        50012, "Authentication failed. The client assertion's 'jti' has been used before.")

    private static func invalidClient(_ code: Int, _ reason: String) -> EntraError {
        EntraError(code, "invalid_client", status: 401, reason)
    }
}
