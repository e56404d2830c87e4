import World

/// What an answer without a token means: the class of failure, and what to do about it.
///
/// The order in which its parts are believed is MSAL's: Entra's number first, as conditional access is reported under
/// several OAuth errors, then the sub-error, the OAuth error (RFC 6749 section 5.2, RFC 8628 section 3.5, OpenID
/// Connect Core 1.0 section 3.1.2.6), and last the HTTP status.
struct ErrorVerdict {
    let code: Failure.Code
    let hint: String?

    private init(_ code: Failure.Code, _ hint: String? = nil) {
        self.code = code
        self.hint = hint
    }

    init(on answer: ErrorAnswer?, status: Int) {
        if status == 429 {
            self.init(.tryAgain)
        } else if let known = answer?.knownError {
            self.init(known.code, known.hint)
        } else {
            let verdict =
                Self.ofSuberror(answer?.suberror) ?? Self.ofError(answer?.error, status: status)
                ?? Self.ofStatus(status)
            let isOfB2C = answer?.description.flatMap(EntraError.numberOfB2C) != nil
            self.init(verdict.code, isOfB2C ? "look the number up at \(EntraError.listOfB2C)" : verdict.hint)
        }
    }

    /// Entra's, as MSAL classifies them.
    private static func ofSuberror(_ suberror: String?) -> ErrorVerdict? {
        switch suberror {
        case "bad_token", "token_expired": .init(.interactionRequired, "the refresh token is dead: sign in again")
        case "consent_required":
            .init(.interactionRequired, "consent is missing: sign in with tokenctl auth-code, or ask an administrator")
        case "basic_action", "message_only", "additional_action": .init(.interactionRequired)
        case "user_password_expired": .init(.badCredentials, "the password has expired: change it first")
        case "protection_policy_required": .init(.denied, "a policy wants an app that Intune protects")
        case "device_authentication_failed": .init(.denied, "the device could not be authenticated")
        default: nil
        }
    }

    private static func ofError(_ error: String?, status: Int) -> ErrorVerdict? {
        switch error {
        case "invalid_client", "unauthorized_client":
            .init(.badCredentials, "check the client id, its credential, and how it is sent (--auth-method)")
        case "interaction_required", "login_required", "consent_required", "account_selection_required":
            .init(.interactionRequired)
        case "access_denied", "authorization_declined":
            .init(.denied, "the person or a policy said no; run the command again if that was a mistake")
        case "expired_token", "code_expired": .init(.expired)
        case "temporarily_unavailable", "request_timeout": .init(.tryAgain)
        case "server_error": .init(.unavailable)
        case "invalid_scope": .init(.refused, "check --scope; the provider does not know it, or not for this client")
        case .some where status < 500 && status != 408: .init(.refused)
        case .some, nil: nil
        }
    }

    /// Answers without an OAuth error that means something, as proxies and some providers give them.
    private static func ofStatus(_ status: Int) -> ErrorVerdict {
        switch status {
        case 401, 403:
            .init(.badCredentials, "check the client id, its credential, and how it is sent (--auth-method)")
        case 400: .init(.refused, "run again with --trace to see what was sent")
        case 408, 503, 504: .init(.tryAgain)
        case 500...: .init(.unavailable, "the provider is in trouble; try again later")
        default:
            .init(.protocolError, "the address may not be the provider's; run again with --trace to see the answer")
        }
    }
}

extension HTTPResponse {
    /// Whether the same request may well succeed in a moment: the server is busy, or says that it stumbled.
    var isWorthRetrying: Bool {
        let answer = ErrorAnswer(body)
        guard status != 200 || answer != nil else { return false }
        if let known = answer?.knownError, status != 429 { return known.isWorthRetrying }
        return [408, 429, 500, 502, 503, 504].contains(status)
            || ["temporarily_unavailable", "request_timeout", "server_error"].contains(answer?.error)
    }
}

extension EntraError {
    /// No federated credential of the app matches the client assertion.
    static let federatedMismatches: Set = [70021, 700_211, 700_212, 700_213, 7_002_137, 7_002_138]

    /// What was presented is outside of its time: a matter of clocks.
    static let clockErrors: Set = [500_133, 700_024]
}
