import World

extension EntraError {
    /// SAML, WS-Federation, sign-out and claims rules.
    static let ofSAML: [EntraError] = [
        EntraError(50061, .refused, .request, "the sign-out request is not valid", "sign out again"),
        EntraError(
            50068, .refused, .request, "the app that asks for the sign-out took no part in the session",
            "sign out from the app that signed in"),
        EntraError(
            50070, .refused, .request, "the sign-out names a session that does not exist",
            "nothing is left to do: the session has ended"),
        EntraError(50071, .refused, .request, "the sign-out request came too late", "sign out again"),
        EntraError(
            50124, .refused, .tenant, "a rule that makes claims has a wrong input",
            "ask the tenant's administrator"),
        EntraError(
            501241, .refused, .tenant, "a rule that makes claims lacks an input, the name id for example",
            "ask the tenant's administrator"),
        EntraError(
            75001, .refused, .request, "the SAML message could not be packed for its binding",
            "look at the app's SAML settings"),
        EntraError(
            75003, .refused, .request, "SAML answers can be posted only, and another binding was asked for",
            "set the app's binding to HTTP POST"),
        EntraError(
            75005, .refused, .request, "the SAML request is not one that Entra takes",
            "look at the app's SAML settings"),
        EntraError(
            7500514, .refused, .request, "no SAML response of a known kind was found",
            "look at the provider's SAML settings"),
        EntraError(
            7500529, .refused, .request, "the SAML request's id is not valid: it must not begin with a digit",
            "put a letter in front of the id"),
        EntraError(
            750054, .refused, .request, "the address has no SAML request or response in it",
            "start from the app's own sign-in page"),
        EntraError(
            75008, .refused, .request, "the SAML request was made for another destination",
            "look at the app's SAML settings"),
        EntraError(
            75011, .interactionRequired, .person, "the person signed in by another method than the app wants",
            "sign in again by the method that the app wants"),
        EntraError(
            75016, .refused, .request, "the SAML request asks for a kind of name id that is not valid",
            "look at the app's SAML settings"),
        EntraError(
            76026, .expired, .request, "the SAML request is too old",
            "start the sign-in again, and check the app's clock"),
        EntraError(
            90020, .refused, .federation, "the SAML assertion lacks the person's immutable id",
            "ask whoever runs the provider"),
        EntraError(
            900236, .refused, .request, "the SAML request has a property that is not supported",
            "take it out of the app's SAML request"),
        EntraError(90081, .refused, .request, "the WS-Federation message is not valid", "look at the app's settings"),
        EntraError(
            90082, .refused, .request, "the authentication policy that was asked for is not supported",
            "look at the app's settings"),
        EntraError(
            90085, .refused, .tenant, "the tenant is not ready to issue tokens",
            "wait, and ask the tenant's administrator"),
        EntraError(
            90087, .refused, .request, "no WS-Federation message could be made from the address",
            "look at the app's settings"),
    ]
}
