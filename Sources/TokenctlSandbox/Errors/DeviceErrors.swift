/// What a client hears that asks for a device code's tokens, and a person who types a code (RFC 8628 section 3.5).
extension EntraError {
    package static let authorizationPending = EntraError(
        70016, "authorization_pending", "OAuth 2.0 device flow error. Authorization is pending. Continue polling.")

    package static let slowDown = EntraError(
        70016, "slow_down", "OAuth 2.0 device flow error. Authorization is pending. Poll less often.")

    package static let authorizationDeclined = EntraError(
        70017, "authorization_declined", "OAuth 2.0 device flow error. The end user denied the authorization request.")

    package static let badVerificationCode = EntraError(
        70018, "bad_verification_code",
        "The provided value for the input parameter 'device_code' is not valid.")

    package static let deviceCodeExpired = EntraError(
        70020, "expired_token",
        "The provided value for the input parameter 'device_code' is not valid. This device code has expired.")

    package static let wrongUserCode = EntraError(
        70018, "bad_verification_code", "That code didn't work. Check the code and try again.")

    package static let userCodeExpired = EntraError(
        70019, "code_expired", "The code you entered has expired or was used. Get a new code from the device.")
}
