import World

extension EntraError {
    /// Who has allowed the app what.
    static let ofConsent: [EntraError] = [
        EntraError(
            65001, .interactionRequired, .person, "nobody has consented that the app may do this",
            "consent by signing in with tokenctl device-code or tokenctl auth-code, or ask an administrator"),
        EntraError(
            65002, .refused, .registration, "one of Microsoft's own apps was not allowed this by the owner of the API",
            "the resource's owner has to allow this app first"),
        EntraError(
            65004, .denied, .person, "the person declined to consent",
            "run the command again if that was a mistake"),
        EntraError(
            650051, .refused, .tenant, "the app could not be added to the tenant: its name or id is taken there",
            "ask the tenant's administrator to add the app"),
        EntraError(
            650052, .refused, .tenant, "the tenant has no subscription to the service, or has not enabled it",
            "have the service enabled in the tenant"),
        EntraError(
            650053, .refused, .request, "the resource has no scope of that name",
            "check --scope: the resource does not have that scope"),
        EntraError(
            650054, .refused, .registration, "the app asks for a resource that was removed, or is not in the tenant",
            "take the resource out of the app's registration, or add it to the tenant"),
        EntraError(
            90008, .interactionRequired, .person,
            "the app lacks even the consent to sign people in and read their profile",
            "sign in and consent: tokenctl auth-code"),
        EntraError(
            90093, .denied, .tenant, "the directory refused: the person may not consent to this",
            "ask an administrator to consent"),
        EntraError(
            90094, .interactionRequired, .tenant, "an administrator has to consent",
            "ask an administrator to consent"),
        EntraError(
            90095, .interactionRequired, .tenant, "an administrator has been asked to consent, and has not decided",
            "wait until an administrator has decided"),
        EntraError(
            90099, .refused, .tenant, "the app is not authorised in the customer's tenant",
            "have the app authorised in the customer's tenant first"),
    ]
}
