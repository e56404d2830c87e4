import World

extension EntraError {
    /// Pass-through authentication, seamless single sign-on, and Kerberos tickets.
    static let ofKerberos: [EntraError] = [
        EntraError(
            50180, .interactionRequired, .tenant,
            "integrated Windows authentication is wanted, and the tenant has not enabled it",
            "have seamless single sign-on enabled, or sign in with tokenctl auth-code"),
        EntraError(
            51006, .interactionRequired, .nobody,
            "the session did not come from integrated Windows authentication, which is wanted",
            "sign in again on a machine of the domain"),
        EntraError(
            80001, .unavailable, .federation, "the agent for passwords cannot reach Active Directory",
            "ask the administrator to look at the authentication agents"),
        EntraError(
            80002, .tryAgain, .federation, "Active Directory took too long to check the password",
            "try again later, or ask the administrator"),
        EntraError(
            80003, .unavailable, .federation, "the agent for passwords gave an answer that makes no sense",
            "ask the administrator to look at the authentication agents"),
        EntraError(
            80004, .badCredentials, .person, "the user name is not the one that Active Directory knows",
            "check the user name"),
        EntraError(
            80005, .tryAgain, .federation, "the agent's answer could not be read",
            "try again later, or ask the administrator"),
        EntraError(
            80007, .unavailable, .federation, "the agent could not check the password",
            "ask the administrator to look at the agent's log"),
        EntraError(
            80010, .unavailable, .federation, "the agent could not decrypt the password",
            "ask the administrator to register the authentication agent again"),
        EntraError(
            80012, .denied, .tenant, "the person may not sign in at this hour",
            "sign in within the hours that Active Directory allows"),
        EntraError(
            80013, .unavailable, .clock, "the clocks of the agent and of Active Directory differ too much",
            "have those clocks put right"),
        EntraError(
            80014, .tryAgain, .federation, "the agent's answer came too late",
            "try again later, or ask the administrator"),
        EntraError(
            81001, .badData, .federation, "the Kerberos ticket is too large",
            "have the person taken out of groups, or the size raised"),
        EntraError(
            81002, .badCredentials, .federation, "the Kerberos ticket could not be validated",
            "ask the administrator to roll the key of AZUREADSSOACC over"),
        EntraError(
            81003, .badCredentials, .federation, "the Kerberos ticket could not be validated",
            "ask the administrator to roll the key of AZUREADSSOACC over"),
        EntraError(
            81004, .badCredentials, .federation, "the Kerberos authentication failed",
            "get a new ticket with kinit, and try again"),
        EntraError(
            81005, .refused, .federation, "the kind of Kerberos authentication is not supported",
            "check that Kerberos is used, and not NTLM"),
        EntraError(
            81006, .badCredentials, .request, "no Kerberos ticket was sent",
            "get a ticket with kinit, and try again"),
        EntraError(
            81007, .refused, .tenant, "the tenant has not enabled seamless single sign-on",
            "ask the administrator, or sign in with tokenctl auth-code"),
        EntraError(
            81008, .badCredentials, .federation, "the Kerberos ticket could not be validated",
            "ask the administrator to roll the key of AZUREADSSOACC over"),
        EntraError(
            81009, .badCredentials, .federation, "the header with the Kerberos ticket is malformed",
            "get a new ticket with kinit, and try again"),
        EntraError(
            81010, .badCredentials, .federation, "the Kerberos ticket has expired or is not valid",
            "get a new ticket with kinit, and try again"),
        EntraError(
            81011, .badCredentials, .federation, "the tenant has no account for the Kerberos ticket's person",
            "check that the account is synchronised to the tenant"),
        EntraError(
            81012, .badCredentials, .person, "the Kerberos ticket is another person's than the one who signs in",
            "sign in as the person whose ticket it is"),
        EntraError(
            81013, .badCredentials, .federation, "the tenant has no account for the Kerberos ticket's person",
            "check that the account is synchronised to the tenant"),
    ]
}
