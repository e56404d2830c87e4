import World

extension EntraError {
    /// Credentials and people of another identity provider.
    static let ofFederation: [EntraError] = [
        EntraError(
            20001, .refused, .federation, "the outside provider answered a sign-in with an error",
            "ask whoever runs the provider"),
        EntraError(
            20012, .refused, .federation, "the outside provider's message is not valid",
            "ask whoever runs the provider"),
        EntraError(
            20033, .refused, .federation, "the outside provider's metadata names a wrong tenant",
            "ask whoever runs the provider"),
        EntraError(
            40008, .refused, .federation, "the outside provider failed, and trying again will not help",
            "ask whoever runs the provider"),
        EntraError(
            40009, .interactionRequired, .federation, "the outside provider refused its refresh token",
            "sign in again: tokenctl auth-code"),
        EntraError(
            40010, .tryAgain, .federation, "the outside provider failed for the moment",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            40015, .interactionRequired, .federation, "the outside provider refused its authorization code",
            "sign in again: tokenctl auth-code"),
        EntraError(
            50008, .refused, .federation, "the SAML assertion is missing or wrong",
            "ask whoever runs the provider"),
        EntraError(
            5000819, .refused, .federation, "the SAML assertion lacks an e-mail address of the right domain",
            "ask whoever runs the provider"),
        EntraError(
            50017, .badCredentials, .credential, "the certificate's chain or its revocation list could not be checked",
            "ask the tenant's administrator which authorities are trusted"),
        EntraError(
            50107, .refused, .federation, "the tenant knows no such federated realm",
            "check --tenant, or ask its administrator"),
        EntraError(
            50169, .refused, .federation, "the realm is not configured here",
            "check --tenant, or ask its administrator"),
        EntraError(
            70021, .badCredentials, .registration, "no federated credential of the app matches the assertion",
            "set the credential's issuer, subject and audience to the assertion's iss, sub and aud"),
        EntraError(
            700211, .badCredentials, .registration, "no federated credential of the app has the assertion's issuer",
            "set the credential's issuer to the assertion's iss, letter for letter"),
        EntraError(
            700212, .badCredentials, .registration, "no federated credential of the app has the assertion's audience",
            "set the credential's audience to the assertion's aud, letter for letter"),
        EntraError(
            700213, .badCredentials, .registration, "no federated credential of the app has the assertion's subject",
            "set the credential's subject to the assertion's sub, letter for letter"),
        EntraError(
            7002137, .badCredentials, .registration, "no federated credential of the app has the assertion's subject",
            "set the credential's subject to the assertion's sub, letter for letter"),
        EntraError(
            7002138, .badCredentials, .registration,
            "a federated credential has the assertion's subject in other upper and lower case",
            "set the credential's subject to the assertion's sub, letter for letter"),
        EntraError(
            700222, .badCredentials, .credential,
            "a token of Entra was used as a federated credential, which this app does not take",
            "hand in a token of the provider that the federated credential names"),
        EntraError(
            700229, .badCredentials, .credential, "of Entra's tokens only an app's own can be a federated credential",
            "hand in an app's own token: tokenctl client-credentials"),
        EntraError(90123, .denied, .federation, "the outside provider refused", "ask whoever runs the provider"),
    ]
}
