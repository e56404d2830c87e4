import World

extension EntraError {
    /// Azure AD B2C's own numbers, which stand behind `AADB2C`, and mean something else behind `AADSTS`.
    ///
    /// They are Microsoft's: "Error codes: Azure Active Directory B2C", which `listOfB2C` leads to. The words are ours.
    static let ofB2C: [EntraError] = [
        EntraError(
            90006, .refused, .registration, "the redirect URI is not registered for the app",
            "register it, or give the right one with --redirect-uri"),
        EntraError(
            90068, .badCredentials, .registration, "the app is not one that was made for B2C",
            "check --client-id, and register the app for accounts of any identity provider"),
        EntraError(
            90080, .interactionRequired, .nobody, "the refresh token or code has expired", "sign in again"),
        EntraError(90081, .badCredentials, .credential, "the client secret is wrong", "check the client secret"),
        EntraError(
            90088, .refused, .request, "the refresh token or code is another policy's", "give the policy that issued it"
        ),
        EntraError(90091, .denied, .person, "the person cancelled", "run the command again if that was a mistake"),
        EntraError(
            90118, .interactionRequired, .person, "the person has forgotten the password",
            "sign in with the policy that resets passwords"),
        EntraError(
            90129, .interactionRequired, .person, "the refresh token or code has been revoked", "sign in again"),
        EntraError(
            90224, .refused, .registration, "the app may not send passwords", "use tokenctl auth-code"),
        EntraError(
            90225, .badCredentials, .person, "the user name or the password is wrong", "check both, and the policy"),
    ]

    /// Where Microsoft explains the others.
    package static let listOfB2C = "https://learn.microsoft.com/azure/active-directory-b2c/error-codes"

    package static func known(toB2C number: Int) -> EntraError? { ofB2C.first { $0.number == number } }

    /// The number behind `AADB2C`, where a description has one.
    static func numberOfB2C(in description: String) -> Int? { number(behind: "AADB2C", in: description) }

    static func number(behind prefix: String, in description: String) -> Int? {
        guard let found = description.firstRange(of: prefix) else { return nil }
        return Int(description[found.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}
