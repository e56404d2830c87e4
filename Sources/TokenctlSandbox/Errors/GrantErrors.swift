/// What is wrong with a code or a refresh token.
extension EntraError {
    package static func invalidGrant(_ code: Int, _ reason: String, suberror: String? = nil) -> EntraError {
        var error = EntraError(code, "invalid_grant", reason)
        error.suberror = suberror
        return error
    }

    /// What was never issued, and does not look like it.
    package static let malformedGrant = invalidGrant(
        9_002_313, "Invalid request. Request is malformed or invalid.", suberror: "bad_token")

    package static let unknownGrant = invalidGrant(
        70000, "Provided grant is invalid or malformed.", suberror: "bad_token")

    package static let grantOfAnotherClient = invalidGrant(
        70000, "Provided grant is invalid since it was issued to a different client.", suberror: "client_mismatch")

    package static let codeRedeemed = invalidGrant(
        54005,
        "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh "
            + "token.")

    /// - Parameters: seconds since 1970, and seconds.
    package static func refreshTokenExpired(issued: Int, lifetime: Int) -> EntraError {
        invalidGrant(
            700_082,
            "The refresh token has expired due to inactivity. The token was issued on \(Timestamp.iso8601(issued)) and "
                + "was inactive for \(lifetime) seconds.",
            suberror: "token_expired")
    }

    /// - Parameters: seconds since 1970.
    package static func sessionsRevoked(issued: Int, validFrom: Int) -> EntraError {
        invalidGrant(
            50173,
            "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have "
                + "changed or reset their password. The grant was issued on '\(Timestamp.iso8601(issued))' and the "
                + "TokensValidFrom date (before which tokens are not valid) for this user is "
                + "'\(Timestamp.iso8601(validFrom))'.",
            suberror: "bad_token")
    }
}
