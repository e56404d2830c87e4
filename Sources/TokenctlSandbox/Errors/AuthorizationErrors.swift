/// What is wrong with an authorization request, with the code that came of it, or with the person's answer.
extension EntraError {
    package static func redirectURINotRegistered(_ uri: String, of app: App) -> EntraError {
        EntraError(
            50011, "invalid_request",
            "The redirect URI '\(uri)' specified in the request does not match the redirect URIs configured for the "
                + "application '\(app.id)'. Make sure the redirect URI sent in the request matches one added to your "
                + "application in the Azure portal.")
    }

    package static func unsupportedResponseType(_ type: String) -> EntraError {
        let code = type.contains("id_token") ? 700_054 : 700_051
        return EntraError(
            code, "unsupported_response_type", "response_type '\(type)' is not enabled for the application.")
    }

    package static let unsupportedResponseMode = EntraError(
        70007, "invalid_request", "The 'response_mode' value is not supported.")

    package static let unsupportedPrompt = EntraError(
        90023, "invalid_request", "Unsupported 'prompt' value.")

    package static let challengeRequired = EntraError(
        9_002_325, "invalid_request",
        "Proof Key for Code Exchange is required for cross-origin authorization code redemption.")

    package static let unsupportedChallengeMethod = EntraError(
        50147, "invalid_request", "The 'code_challenge_method' must be S256.")

    package static let invalidChallenge = EntraError(
        501_491, "invalid_request", "Invalid size of Code_Challenge parameter.")

    package static let noSession = EntraError(
        50058, "login_required",
        "A silent sign-in request was sent but no user is signed in.")

    package static let userDeclined = EntraError(
        65004, "access_denied", "User declined to consent to access the app.")

    package static let signInExpired = EntraError(
        50089, "invalid_request", "The sign-in has ended or expired. Go back to your application and start again.")

    package static let codeExpired = invalidGrant(
        70008,
        "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive "
            + "authorization request for this user and resource.")

    package static func redirectURIDiffers(_ uri: String, from asked: String) -> EntraError {
        invalidGrant(
            500_112,
            "The reply address '\(uri)' does not match the reply address '\(asked)' provided when requesting "
                + "Authorization code.")
    }

    package static let verifierDiffers = invalidGrant(
        501_481,
        "The Code_Verifier does not match the code_challenge supplied in the authorization request.")

    /// The same under another OAuth error, for another endpoint.
    package func reported(as error: String) -> EntraError {
        var refusal = EntraError(code, error, status: status, reason)
        refusal.suberror = suberror
        return refusal
    }
}
