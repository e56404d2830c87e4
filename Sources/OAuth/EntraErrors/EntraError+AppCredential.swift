import World

extension EntraError {
    /// The app's secret, certificate or assertion.
    static let ofAppCredential: [EntraError] = [
        EntraError(
            50012, .badCredentials, .credential, "the certificate or assertion that proves the app was not accepted",
            "check the certificate, its chain and the app's registration"),
        EntraError(
            50032, .badCredentials, .credential, "the key that signed the assertion is too weak",
            "use an RSA key of at least 2048 bits"),
        EntraError(
            50048, .badCredentials, .credential, "the client assertion's subject and issuer are not the same app",
            "make an assertion whose iss and sub are both the client id"),
        EntraError(
            50192, .badCredentials, .credential, "a certificate was expected, and none arrived",
            "check that no proxy on the way takes the client certificate out"),
        EntraError(
            70002, .badCredentials, .credential, "the app's credential is wrong, or one is missing",
            "check the app's credential; a public client needs none, and \"public client flows\" allowed"),
        EntraError(
            700021, .badCredentials, .credential,
            "the client assertion was made for another app than the one that is asking",
            "make the assertion for --client-id, or correct --client-id"),
        EntraError(
            7000215, .badCredentials, .credential, "the secret is wrong",
            "give the secret's value, not its ID, and check that it belongs to --client-id"),
        EntraError(
            7000216, .badCredentials, .credential, "the app came without a credential, and needs one",
            "give --client-secret, --certificate or --client-assertion"),
        EntraError(
            7000218, .badCredentials, .credential,
            "the app came without a credential, and is not registered as a public client",
            "give --client-secret, --certificate or --client-assertion, or allow the app public client flows"),
        EntraError(
            7000222, .badCredentials, .credential, "the secret has expired",
            "create another secret and give that"),
        EntraError(
            700023, .badCredentials, .credential, "the client assertion's audience is not this tenant's token endpoint",
            "make the assertion for the tenant and cloud that are asked"),
        EntraError(
            700024, .badCredentials, .clock, "the client assertion is outside its time window",
            "check this machine's clock, and make a new assertion for each request"),
        EntraError(
            700025, .badCredentials, .registration, "the app is a public client, and came with a credential",
            "leave its secret or certificate out"),
        EntraError(
            700027, .badCredentials, .credential, "the client assertion's signature fits no certificate of the app",
            "register the certificate with the app, or give the one that is"),
        EntraError(
            700030, .badCredentials, .credential, "the certificate's subject name is not one that the app trusts",
            "register the certificate's subject name and issuer with the app"),
        EntraError(
            9000411, .refused, .request, "the request has the same parameter twice",
            "give each thing once, and run again with --trace to see what was sent"),
        EntraError(
            900384, .badCredentials, .credential, "a signed token in the request failed the check of its signature",
            "sign it with a key that is registered, and send it unchanged"),
    ]
}
