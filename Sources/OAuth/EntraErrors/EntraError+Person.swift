import World

extension EntraError {
    /// The person: the account, the password, and the tenant that they belong to.
    static let ofPerson: [EntraError] = [
        EntraError(
            1000000, .interactionRequired, .person, "the account has to be bound to an outside provider first",
            "sign in with a browser: tokenctl auth-code"),
        EntraError(
            1000002, .interactionRequired, .nobody,
            "the account was bound to an outside provider, and the person has to be told",
            "sign in with a browser: tokenctl auth-code"),
        EntraError(
            16000, .interactionRequired, .person, "the signed-in account is not in the tenant",
            "sign in and select an account of this tenant: tokenctl auth-code --prompt select_account"),
        EntraError(
            16001, .interactionRequired, .person, "the selected account could not be used",
            "sign in again and select another: tokenctl auth-code --prompt select_account"),
        EntraError(
            16002, .interactionRequired, .person, "the session that the app asked for does not fit",
            "sign in again: tokenctl auth-code --prompt select_account"),
        EntraError(
            160021, .interactionRequired, .person, "the session that the app asked for does not exist",
            "sign in again: tokenctl auth-code --prompt select_account"),
        EntraError(
            16003, .denied, .person, "the account has not been added to the tenant",
            "have the account invited to this tenant, or give its own --tenant"),
        EntraError(
            50014, .denied, .person,
            "the guest has not yet accepted the invitation, or the account is not in the tenant",
            "accept the invitation, or give the account's own --tenant"),
        EntraError(
            50015, .interactionRequired, .person, "a person of that age needs someone's consent",
            "sign in with a browser: tokenctl auth-code"),
        EntraError(
            50020, .denied, .person, "the account is of another tenant or provider, and not invited here",
            "use the account's own tenant, or have it invited to this one"),
        EntraError(
            500208, .denied, .person, "the account is of a kind that may not sign in here, a personal one for example",
            "sign in with an account of the kind that --tenant stands for"),
        EntraError(
            50034, .badCredentials, .person, "the account does not exist in the tenant",
            "check the user name and --tenant"),
        EntraError(
            50053, .badCredentials, .person, "the account is locked after too many tries, or the address is blocked",
            "wait, or have the account unlocked"),
        EntraError(50055, .badCredentials, .person, "the password has expired", "change the expired password first"),
        EntraError(
            50056, .badCredentials, .person, "the account has no password that could be checked",
            "have the password reset"),
        EntraError(
            50057, .badCredentials, .person, "the account is disabled",
            "have the disabled account enabled by its administrator"),
        EntraError(
            50064, .badCredentials, .person, "the user name or password could not be validated",
            "check the user name and the password"),
        EntraError(
            50126, .badCredentials, .person, "the user name or the password is wrong",
            "check the user name and the password"),
        EntraError(
            50135, .badCredentials, .person, "the password may be known to others, and has to be changed",
            "change the password first"),
        EntraError(
            50144, .badCredentials, .person, "the password in Active Directory has expired",
            "change the password first"),
        EntraError(
            50197, .interactionRequired, .person, "the account could not be found for certain: two identities conflict",
            "sign in again: tokenctl auth-code --prompt select_account"),
        EntraError(
            51004, .denied, .person, "the account is not in the tenant",
            "have the account invited to this tenant, or give its own --tenant"),
        EntraError(54000, .denied, .person, "a minor may not use this app", "ask the tenant's administrator"),
        EntraError(90013, .refused, .person, "what was typed is not valid", "type it again"),
        EntraError(
            90072, .denied, .person, "the account is of elsewhere, and does not exist in this tenant",
            "have the account invited to this tenant, or sign in with another"),
        EntraError(90084, .denied, .person, "guests may not sign in here", "sign in with an account of the tenant"),
        EntraError(
            90101, .refused, .person, "the user name is no e-mail address",
            "give a name such as someone@example.com"),
        EntraError(90125, .badCredentials, .person, "the account is unknown", "check the user name"),
        EntraError(90126, .refused, .person, "the tenant cannot be told from the user name", "give --tenant"),
    ]
}
