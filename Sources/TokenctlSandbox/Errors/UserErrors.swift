/// What keeps a person from signing in.
extension EntraError {
    package static func unknownUser(_ name: String, in tenant: Tenant) -> EntraError {
        invalidGrant(
            50034,
            "The user account \(name) does not exist in the \(tenant.id) directory. To sign into this application, the "
                + "account must be added to the directory.")
    }

    package static let wrongPassword = invalidGrant(
        50126, "Error validating credentials due to invalid username or password.")

    package static let accountLocked = invalidGrant(
        50053,
        "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.")

    package static let accountDisabled = invalidGrant(50057, "The user account is disabled.")

    package static let passwordExpired = invalidGrant(
        50055, "The password is expired.", suberror: "user_password_expired")

    /// A password is not enough.
    ///
    /// - Parameter error: `invalid_grant` for a password; `interaction_required` for a refresh token, which comes with
    ///   the claims that a new sign-in has to ask for.
    package static func mfaRequired(by api: API, error: String) -> EntraError {
        var refusal = EntraError(
            50076, error,
            "Due to a configuration change made by your administrator, or because you moved to a new location, you must "
                + "use multi-factor authentication to access '\(api.id)'.")
        refusal.suberror = "basic_action"
        if error == "interaction_required" {
            refusal.claims =
                #"{"access_token":{"capolids":{"essential":true,"values":["\#(conditionalAccessPolicy)"]}}}"#
        }
        return refusal
    }

    /// A sign-in that does not satisfy an API's conditional-access policy, with the claims that one which does must ask
    /// for.
    package static func policyUnsatisfied(of api: API) -> EntraError {
        var refusal = EntraError(
            50079, "interaction_required",
            "Due to a configuration change made by your administrator, or because you moved to a new location, you must "
                + "enroll in multi-factor authentication to access '\(api.id)'.")
        refusal.suberror = "basic_action"
        refusal.claims = api.policy.map {
            #"{"access_token":{"polids":{"essential":true,"values":["\#($0)"]}}}"#
        }
        return refusal
    }

    private static let conditionalAccessPolicy = "e1e1e1e1-0000-4000-8000-000000000001"

    package static func consentRequired(by app: App) -> EntraError {
        invalidGrant(
            65001,
            "The user or administrator has not consented to use the application with ID '\(app.id)' named "
                + "'\(app.name)'. Send an interactive authorization request for this user and resource.",
            suberror: "consent_required")
    }

    package static let noPersonalAccounts = EntraError(
        9_002_332, "invalid_request",
        "The application is configured for use by Azure Active Directory users only. Please do not use the /consumers "
            + "endpoint to serve this request.")
}
