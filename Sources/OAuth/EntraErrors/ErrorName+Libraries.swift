import World

extension ErrorName {
    /// What MSAL itself calls the failures of federated sign-ins.
    static let ofLibraries: [ErrorName] = [
        ErrorName(
            "unknown_user_type", .badCredentials, .person, "Entra knows no domain for the user name",
            "check the user name: it is the whole of it, as in ann@contoso.com"),
        ErrorName(
            "user_realm_discovery_failed", .badCredentials, .person,
            "Entra could not tell who checks the user's password, as for a telephone number",
            "check the user name: it is the whole of it, as in ann@contoso.com"),
        ErrorName(
            "unknown_user", .badCredentials, .person, "there was no user name, and the system did not tell one",
            "give the user name with --username"),
        ErrorName(
            "parsing_wstrust_response_failed", .badCredentials, .person,
            "the federation server gave no assertion: mostly, the user does not exist there or the password is wrong",
            "check the user name and the password"),
        ErrorName(
            "parsing_ws_metadata_exchange_failed", .protocolError, .federation,
            "what was at the address of the federation server's metadata is no metadata",
            "check that the address is the federation server's, and that no proxy answers in its place"),
        ErrorName(
            "federated_service_returned_error", .refused, .federation,
            "the federation server answered with a fault",
            "ask the federation server's administrator: its log has more"),
        ErrorName(
            "integrated_windows_auth_not_supported_managed_user", .interactionRequired, .person,
            "the user is no federated one: Entra itself checks the password, and takes no Kerberos ticket",
            "sign in with tokenctl auth-code or tokenctl device-code"),
    ]
}
