/// What Entra's `suberror` says beyond the error.
package enum Suberror: String, Sendable, CaseIterable {
    case messageOnly = "message_only"
    case basicAction = "basic_action"
    case additionalAction = "additional_action"
    case consentRequired = "consent_required"
    case passwordExpired = "user_password_expired"
    case badToken = "bad_token"
    case tokenExpired = "token_expired"
    case clientMismatch = "client_mismatch"
    case protectionPolicyRequired = "protection_policy_required"
    case deviceAuthenticationFailed = "device_authentication_failed"

    package var meaning: String {
        switch self {
        case .messageOnly: "a sign-in will show the person a message, and nothing that they could do there"
        case .basicAction: "the person can put it right in the course of a sign-in"
        case .additionalAction: "the person has to do something elsewhere first, such as register the device"
        case .consentRequired: "the person or an administrator has to consent"
        case .passwordExpired: "the person has to change the password"
        case .badToken: "the refresh token is worthless now: only a new sign-in helps"
        case .tokenExpired: "the refresh token has expired: only a new sign-in helps"
        case .clientMismatch: "the refresh token is that of a family of apps to which this one does not belong"
        case .protectionPolicyRequired: "the app has to be protected by Intune"
        case .deviceAuthenticationFailed: "the device could not prove what it is"
        }
    }
}
