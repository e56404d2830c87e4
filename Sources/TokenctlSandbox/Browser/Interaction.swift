/// A sign-in that is going on in a browser.
package struct Interaction: Sendable {
    /// What it is for.
    package enum Purpose: Sendable {
        case authorization(AuthorizationRequest)
        case device(userCode: String)
    }

    package let purpose: Purpose
    package let app: App
    package let tenant: Tenant
    package let scopes: DelegatedScopes
    package let claims: ClaimsRequest
    /// Whether to ask for consent though all is consented to.
    package let asksConsent: Bool
    package var signIn: SignIn?
    package var isAccepted = false

    /// Whether a second factor is wanted of whoever signs in.
    package var needsMFA: Bool { claims.wantsMFA || scopes.api.policy != nil }

    package var isForDevice: Bool {
        if case .device = purpose { true } else { false }
    }

    /// The name to fill in.
    package var loginHint: String {
        if case .authorization(let request) = purpose { request.loginHint ?? "" } else { "" }
    }

    /// Whether nothing may be asked (`prompt=none`).
    package var isSilent: Bool {
        if case .authorization(let request) = purpose { request.prompts.contains(.none) } else { false }
    }

    /// Whether the person may go on with a sign-in of the browser's session; a device's approval takes any.
    package func allows(_ session: SignIn, now: Int) -> Bool {
        if case .authorization(let request) = purpose { request.allows(session, now: now) } else { true }
    }

    /// Whether to do so without asking.
    package func accepts(_ session: SignIn, now: Int) -> Bool {
        if case .authorization(let request) = purpose { request.accepts(session, now: now) } else { true }
    }
}
