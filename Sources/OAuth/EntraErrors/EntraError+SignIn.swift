import World

extension EntraError {
    /// What only a person at a browser can do: MFA, an interruption, a new session.
    static let ofSignIn: [EntraError] = [
        EntraError(
            500121, .interactionRequired, .person, "the person did not pass MFA",
            "sign in again, and answer the MFA request"),
        EntraError(
            50058, .interactionRequired, .nobody, "nobody is signed in there, and nobody may be asked",
            "leave --prompt none out"),
        EntraError(
            50072, .interactionRequired, .person, "the person has to enrol in MFA",
            "enrol in MFA: sign in with tokenctl auth-code"),
        EntraError(
            50074, .interactionRequired, .person, "MFA is wanted, and was not passed",
            "sign in with MFA: tokenctl device-code or tokenctl auth-code"),
        EntraError(
            50076, .interactionRequired, .person, "a policy of the tenant wants MFA",
            "sign in with MFA: tokenctl device-code or tokenctl auth-code"),
        EntraError(
            50078, .interactionRequired, .nobody, "the last MFA is too long ago for the tenant's policy",
            "sign in with tokenctl device-code or tokenctl auth-code"),
        EntraError(
            50079, .interactionRequired, .person, "a policy wants MFA, and the person has to enrol for that",
            "enrol in MFA: sign in with tokenctl auth-code"),
        EntraError(
            50085, .interactionRequired, .person, "the refresh token wants a new sign-in at the social provider",
            "sign in again: tokenctl auth-code"),
        EntraError(
            50086, .interactionRequired, .provider, "MFA failed, and trying again will not help",
            "sign in again: tokenctl auth-code"),
        EntraError(
            50088, .tryAgain, .provider, "too many MFA calls and messages went to this person",
            "wait some minutes, or use another method of MFA"),
        EntraError(
            50125, .interactionRequired, .person, "the person has to register for password reset first",
            "finish the sign-in in the browser: tokenctl auth-code"),
        EntraError(
            50127, .interactionRequired, .person, "the person needs a broker app on that device",
            "install Company Portal or Authenticator, or sign in on another device"),
        EntraError(
            50132, .interactionRequired, .nobody, "the session ended: the password was changed, or the session revoked",
            "sign in again"),
        EntraError(
            50133, .interactionRequired, .nobody, "the session ended: the password was changed or has expired",
            "sign in again"),
        EntraError(
            50136, .interactionRequired, .nobody, "a session of a personal Microsoft account is in the way",
            "sign in again: tokenctl auth-code --prompt select_account"),
        EntraError(
            50139, .interactionRequired, .nobody, "the session has lost the token of the provider it came from",
            "sign in again"),
        EntraError(
            50140, .interactionRequired, .nobody, "the person is being asked whether to stay signed in",
            "finish the sign-in in the browser: tokenctl auth-code"),
        EntraError(
            50143, .interactionRequired, .person, "the session belongs to another tenant than the request",
            "sign in again: tokenctl auth-code --prompt select_account"),
        EntraError(
            50158, .interactionRequired, .person,
            "something outside Entra is wanted: another provider's MFA, or terms of use",
            "sign in with tokenctl auth-code"),
        EntraError(
            50168, .interactionRequired, .nobody,
            "the browser could give a single-sign-on token, and gave none or an old one",
            "finish the sign-in in the browser: tokenctl auth-code"),
        EntraError(
            50173, .interactionRequired, .nobody,
            "the grant was revoked, by the person, an administrator, or a new password",
            "sign in again"),
        EntraError(
            50177, .interactionRequired, .person, "an outside challenge is not possible for accounts of another tenant",
            "sign in with an account of this tenant"),
        EntraError(
            50178, .interactionRequired, .person, "session control is not possible for accounts of another tenant",
            "sign in with an account of this tenant"),
        EntraError(
            50199, .interactionRequired, .nobody,
            "the person has to confirm that this is the app they mean to sign in to",
            "finish the sign-in in the browser: tokenctl auth-code"),
        EntraError(
            52004, .interactionRequired, .person, "the person has not consented to sharing with LinkedIn",
            "sign in with a browser: tokenctl auth-code"),
        EntraError(
            700020, .interactionRequired, .person, "the grant wants a person",
            "sign in with tokenctl device-code or tokenctl auth-code"),
        EntraError(
            9002341, .interactionRequired, .person, "the person has to allow single sign-on for this app",
            "sign in with a browser: tokenctl auth-code"),
    ]
}
