/// One device code, and what has become of it (RFC 8628).
package struct DeviceAuthorization: Sendable {
    package enum State: Sendable {
        case pending, declined, redeemed
        case approved(SignIn)
    }

    package let app: App
    package let tenant: Tenant
    package let scopes: DelegatedScopes
    /// What the client wants of the access token.
    package let claims: ClaimsRequest
    /// What the person types.
    package let userCode: String
    /// Seconds since 1970.
    package let expiry: Int
    /// The least number of seconds between two polls.
    package var interval: Int
    package var state = State.pending
    package var polls = 0
    /// When the client last asked, in seconds since 1970.
    package var lastPoll: Int?
}

/// How the device endpoints behave.
package struct DeviceSettings: Sendable {
    /// In seconds.
    package var lifetime = 900
    /// In seconds.
    package var interval = 5
    /// Whether `verification_uri_complete` is sent, which Entra does not.
    package var sendsCompleteURI = false
    /// How many of the first polls are answered with `slow_down`.
    package var slowDowns = 0
    /// Whether polls that come too fast are answered with `slow_down`.
    package var enforcesInterval = false
    /// Whether errors come with HTTP 200, as from some providers.
    package var sendsErrorsAs200 = false

    package init() {}
}
