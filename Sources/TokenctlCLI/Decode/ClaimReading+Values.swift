extension ClaimReading {
    /// `appidacr` and `azpacr`.
    static let clientAuthentication = [
        "0": "it did not: a public client", "1": "by client id and client secret", "2": "by a client certificate",
    ]

    /// `acr` of version 1.0: ISO/IEC 29115.
    static let contextClass = [
        "0": "the sign-in did not meet ISO/IEC 29115", "1": "the sign-in met ISO/IEC 29115",
    ]

    static let identityType = [
        "app": "an app by itself", "user": "a user", "device": "a device",
    ]

    static let accountStatus = ["0": "a member of the tenant", "1": "a guest of the tenant"]

    static let version = [
        "1.0": "claims and issuer as of Azure AD v1.0; the API's own setting decides it",
        "2.0": "claims and issuer as of v2.0; the API's own setting decides it",
    ]
}
