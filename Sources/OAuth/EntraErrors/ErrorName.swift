package import World

/// What an OAuth error name means for the user, where there is no AADSTS number: one row of a table.
package struct ErrorName: Sendable {
    /// As it stands in `error`: `invalid_grant`.
    package let name: String
    package let code: Failure.Code
    package let fault: Fault
    package let meaning: String
    package let hint: String

    init(_ name: String, _ code: Failure.Code, _ fault: Fault, _ meaning: String, _ hint: String) {
        self.name = name
        self.code = code
        self.fault = fault
        self.meaning = meaning
        self.hint = hint
    }

    package static let known: [String: ErrorName] = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5, OpenID Connect Core section 3.1.2.6, RFC 6750 section
    /// 3.1, RFC 8707 section 2, RFC 9449 section 8, RFC 9470 section 3, and Entra's own.
    package static let all: [ErrorName] = ofProtocols + ofLibraries

    private static let ofProtocols: [ErrorName] = [
        ErrorName(
            "invalid_request", .refused, .request, "the request lacks a parameter, or has one too many or malformed",
            "run again with --trace to see what was sent"),
        ErrorName(
            "invalid_client", .badCredentials, .credential, "the app is unknown, or did not prove that it is that app",
            "check the client id, its credential, and how it is sent (--auth-method)"),
        ErrorName(
            "invalid_grant", .refused, .nobody,
            "the code, refresh token, password or assertion is wrong, expired, revoked or another app's",
            "sign in again, or get a new assertion"),
        ErrorName(
            "unauthorized_client", .badCredentials, .registration, "the app may not use this grant",
            "check the client id, and allow the app this grant"),
        ErrorName(
            "unsupported_grant_type", .refused, .provider, "the provider does not know this grant",
            "use another flow"),
        ErrorName(
            "unsupported_response_type", .refused, .registration, "the provider does not give the app this response",
            "use tokenctl auth-code"),
        ErrorName(
            "invalid_scope", .refused, .request, "a scope is unknown or malformed, or not for this app",
            "check --scope; the provider does not know it, or not for this client"),
        ErrorName(
            "invalid_resource", .refused, .request, "the resource is unknown, or not set up in the tenant",
            "check the resource in --scope"),
        ErrorName(
            "invalid_target", .refused, .request, "the resource or audience is unknown, or not for this app",
            "check the resource that is asked for"),
        ErrorName(
            "access_denied", .denied, .person, "the person or a policy said no",
            "run the command again if that was a mistake"),
        ErrorName(
            "authorization_declined", .denied, .person, "the person declined the device code",
            "run the command again if that was a mistake"),
        ErrorName(
            "interaction_required", .interactionRequired, .person, "a person has to do something more",
            "sign in with tokenctl device-code or tokenctl auth-code"),
        ErrorName(
            "login_required", .interactionRequired, .person, "nobody is signed in, and nobody may be asked",
            "sign in with tokenctl device-code or tokenctl auth-code"),
        ErrorName(
            "consent_required", .interactionRequired, .person, "nobody has consented that the app may do this",
            "sign in with tokenctl auth-code, or ask an administrator"),
        ErrorName(
            "account_selection_required", .interactionRequired, .person, "several accounts are signed in",
            "sign in with tokenctl auth-code --prompt select_account"),
        ErrorName(
            "authorization_pending", .interactionRequired, .nobody, "the person has not yet confirmed the device code",
            "confirm the code on the other device"),
        ErrorName("slow_down", .tryAgain, .request, "the provider was asked too often", "ask less often"),
        ErrorName("expired_token", .expired, .nobody, "the device code has expired", "run the command again"),
        ErrorName("code_expired", .expired, .nobody, "the device code has expired", "run the command again"),
        ErrorName(
            "bad_verification_code", .refused, .person, "the device code is wrong", "run the command again"),
        ErrorName(
            "server_error", .unavailable, .provider, "the provider failed", "try again later"),
        ErrorName(
            "temporarily_unavailable", .tryAgain, .provider, "the provider is busy or being looked after",
            "try again in a moment"),
        ErrorName("request_timeout", .tryAgain, .provider, "the provider took too long", "try again in a moment"),
        ErrorName(
            "invalid_token", .badCredentials, .nobody, "the API did not accept the access token",
            "look at the token with tokenctl decode, and get a new one"),
        ErrorName(
            "insufficient_scope", .refused, .request, "the access token lacks a scope that the API wants",
            "get a token with that --scope"),
        ErrorName(
            "insufficient_claims", .interactionRequired, .tenant, "the API wants a token with more claims",
            "give the claims challenge to the sign-in"),
        ErrorName(
            "insufficient_user_authentication", .interactionRequired, .tenant, "the API wants a stronger sign-in",
            "sign in again, as the API says"),
        ErrorName(
            "use_dpop_nonce", .refused, .nobody, "the provider wants a DPoP proof with the nonce that it sent",
            "use a client that does DPoP"),
        ErrorName(
            "invalid_dpop_proof", .refused, .request, "the DPoP proof is missing or not valid",
            "use a client that does DPoP"),
        ErrorName(
            "request_not_supported", .refused, .provider, "the provider takes no request objects", "send none"),
        ErrorName(
            "request_uri_not_supported", .refused, .provider, "the provider takes no request by reference",
            "send none"),
        ErrorName(
            "invalid_request_object", .refused, .request, "the request object is not valid", "check or leave it out"),
        ErrorName(
            "invalid_request_uri", .refused, .request, "the request's reference leads nowhere", "check or leave it out"),
        ErrorName(
            "registration_not_supported", .refused, .provider, "apps cannot register themselves here",
            "register the app first"),
        ErrorName(
            "unsupported_token_type", .refused, .provider, "the provider does not revoke tokens of this kind",
            "revoke the refresh token instead"),
        ErrorName(
            "unmet_authentication_requirements", .interactionRequired, .person,
            "the person could not sign in as strongly as was asked", "ask for less, or sign in by another method"),
    ]
}
