import World

extension EntraError {
    /// Codes, refresh tokens, PKCE and device codes.
    static let ofGrant: [EntraError] = [
        EntraError(
            50089, .expired, .nobody, "the sign-in took too long, and its state has expired",
            "run the command again"),
        EntraError(
            50134, .refused, .nobody, "the device code was confirmed in another region than it was asked for in",
            "run the command again"),
        EntraError(
            50147, .refused, .request, "the PKCE challenge is not valid",
            "run again with --trace to see what was sent"),
        EntraError(
            501481, .refused, .request, "the PKCE verifier does not belong to the code",
            "redeem the code with the verifier that its sign-in was started with"),
        EntraError(
            501491, .refused, .request, "the PKCE challenge has a wrong length",
            "run again with --trace to see what was sent"),
        EntraError(
            54005, .refused, .request, "the authorization code was used before",
            "a code works once: sign in again for another"),
        EntraError(
            70000, .interactionRequired, .nobody, "the code or refresh token is wrong, or not valid any more",
            "sign in again"),
        EntraError(70008, .interactionRequired, .nobody, "the code or refresh token has expired", "sign in again"),
        EntraError(
            700082, .interactionRequired, .nobody, "the refresh token has expired: it was not used for too long",
            "sign in again"),
        EntraError(
            700084, .interactionRequired, .nobody, "the refresh token of a single-page app has reached its fixed end",
            "sign in again"),
        EntraError(
            70016, .interactionRequired, .nobody, "the person has not yet confirmed the device code",
            "confirm the code on the other device, or run tokenctl device-code again"),
        EntraError(
            70017, .denied, .person, "the person declined the device code",
            "run tokenctl device-code again if that was a mistake"),
        EntraError(
            70018, .refused, .person, "the device code is wrong",
            "run the command again, and type the code that it shows"),
        EntraError(70019, .expired, .nobody, "the device code has expired", "run the command again"),
        EntraError(70020, .expired, .nobody, "the device code has expired, or was used", "run the command again"),
        EntraError(
            70043, .interactionRequired, .tenant, "the sign-in is too old for the tenant's sign-in frequency",
            "sign in again"),
        EntraError(
            90056, .refused, .request, "the address is no token endpoint, or the code was not posted to it",
            "check --authority and --tenant"),
        EntraError(
            900561, .refused, .request, "the endpoint was called with the wrong HTTP method",
            "check --authority: the address may be another endpoint's"),
        EntraError(
            90119, .refused, .person, "no device code was typed, or it is wrong",
            "run the command again and type the code that it shows"),
        EntraError(
            90120, .refused, .nobody, "the device code was already confirmed or declined",
            "run the command again"),
    ]
}
