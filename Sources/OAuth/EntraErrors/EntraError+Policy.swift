import World

extension EntraError {
    /// Conditional access and other refusals by the tenant.
    static let ofPolicy: [EntraError] = [
        EntraError(
            50002, .denied, .tenant, "the network's proxy keeps people to certain tenants, and this is none of them",
            "use another network, or ask the administrator"),
        EntraError(
            500021, .denied, .tenant, "tenant restrictions of this network forbid that tenant",
            "use another network, or ask the administrator"),
        EntraError(
            500022, .denied, .tenant, "tenant restrictions of this network forbid that tenant",
            "use another network, or ask the administrator"),
        EntraError(
            50005, .denied, .tenant, "a policy does not allow this kind of device or system",
            "sign in from another device"),
        EntraError(
            500212, .denied, .tenant, "the person's own tenant does not let them go to that one",
            "ask the administrator of the person's own tenant"),
        EntraError(
            500213, .denied, .tenant, "that tenant does not let people of the person's tenant in",
            "ask the administrator of the tenant that is asked"),
        EntraError(
            50105, .denied, .tenant, "the app is for assigned people only, and this one is not assigned",
            "an administrator has to assign the user or app first"),
        EntraError(
            50131, .denied, .tenant, "a policy refuses this device, place or risk",
            "try another device or network, or ask the administrator"),
        EntraError(
            50161, .denied, .tenant, "the outside provider did not send the claims that the policy wants",
            "ask the tenant's administrator"),
        EntraError(
            50170, .denied, .tenant, "the mapping for the outside control of a policy is missing",
            "ask the tenant's administrator"),
        EntraError(
            53000, .denied, .tenant, "a policy wants a compliant device, and this one is not",
            "sign in from a device that the organization manages and finds compliant"),
        EntraError(
            530003, .denied, .tenant, "a policy wants a managed device, and this one is not",
            "sign in from a managed device"),
        EntraError(
            53001, .denied, .tenant, "a policy wants a device that has joined the domain, and this one has not",
            "sign in from a device that has joined the domain"),
        EntraError(
            53002, .denied, .tenant, "a policy wants an approved app, and this is none",
            "use one of the apps that the organization approves"),
        EntraError(
            53003, .denied, .tenant, "conditional access blocks this sign-in",
            "conditional access blocks this; try another flow or network, or ask the administrator"),
        EntraError(
            530031, .denied, .tenant, "a policy of the tenant does not let this token be issued",
            "ask the tenant's administrator"),
        EntraError(
            530032, .denied, .tenant, "a security policy of the tenant blocks this",
            "ask the tenant's administrator which security policy that is"),
        EntraError(
            530034, .denied, .tenant, "a delegated administrator is blocked for risk in their own tenant",
            "ask the administrator of the person's own tenant"),
        EntraError(
            530035, .denied, .tenant, "security defaults block this sign-in, as they do for old protocols",
            "use a flow with MFA, tokenctl auth-code for example, or ask the administrator"),
        EntraError(
            53004, .denied, .tenant, "the person should enrol in MFA, and the risk is too high to do so from here",
            "enrol in MFA from a trusted place, or ask the administrator"),
        EntraError(
            53009, .denied, .tenant, "a policy wants an app that Intune protects",
            "use an app that is protected by Intune"),
        EntraError(
            53010, .denied, .tenant, "MFA may be set up only from certain places or devices",
            "set up MFA from the organization's network or device"),
        EntraError(
            53011, .denied, .tenant, "the person is blocked for risk in their own tenant",
            "ask the administrator of the person's own tenant"),
    ]
}
