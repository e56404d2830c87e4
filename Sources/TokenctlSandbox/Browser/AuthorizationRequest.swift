/// What a client asks of the authorization endpoint (RFC 6749 section 4.1.1, OpenID Connect Core 1.0 section 3.1.2.1).
package struct AuthorizationRequest: Sendable {
    package enum Prompt: String, Sendable {
        case none, login, consent, create
        case selectAccount = "select_account"
    }

    package let app: App
    package let tenant: Tenant
    package let target: RedirectTarget
    package let scopes: DelegatedScopes
    /// What the client wants of the access token.
    package let claims: ClaimsRequest
    package let nonce: String?
    /// The `S256` challenge of RFC 7636.
    package let challenge: String?
    package let prompts: Set<Prompt>
    package let loginHint: String?
    /// In seconds.
    package let maxAge: Int?
    /// Whether the account is to be named in the answer too, as MSAL asks.
    package let wantsClientInfo: Bool

    /// What is wrong here may be told to the client: `target` has been checked.
    package init(
        _ form: Form, app: App, tenant: Tenant, target: RedirectTarget, directory: Directory
    ) throws(EntraError) {
        self.app = app
        self.tenant = tenant
        self.target = target
        let type = try form.required("response_type")
        guard type == "code" else { throw .unsupportedResponseType(type) }
        guard target.mode != nil else { throw .unsupportedResponseMode }
        scopes = try directory.delegatedScopes(form.required("scope"), for: app, in: tenant)
        claims = try ClaimsRequest(in: form) ?? ClaimsRequest()
        nonce = form["nonce"]
        challenge = try Self.challenge(in: form, of: app)
        prompts = try Self.prompts(in: form)
        loginHint = form["login_hint"]
        maxAge = try form["max_age"].map { text throws(EntraError) in
            guard let seconds = Int(text), (0...1 << 40).contains(seconds) else { throw .malformedRequest }
            return seconds
        }
        wantsClientInfo = form["client_info"] == "1"
    }

    /// Whether the person may go on with a sign-in of the browser's session.
    package func allows(_ session: SignIn, now: Int) -> Bool {
        let isRecent = maxAge.map { now - session.time <= $0 } ?? true
        return isRecent && prompts.isDisjoint(with: [.login, .create])
    }

    /// Whether to do so without asking.
    package func accepts(_ session: SignIn, now: Int) -> Bool {
        let isHinted = loginHint.map { $0.lowercased() == session.user.name } ?? true
        return allows(session, now: now) && isHinted && !prompts.contains(.selectAccount)
    }

    private static func challenge(in form: Form, of app: App) throws(EntraError) -> String? {
        guard let challenge = form["code_challenge"] else {
            guard !app.isPublic else { throw .challengeRequired }
            return nil
        }
        guard form["code_challenge_method"] == "S256" else { throw .unsupportedChallengeMethod }
        let isDigest =
            challenge.utf8.count == 43
            && challenge.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        guard isDigest else { throw .invalidChallenge }
        return challenge
    }

    private static func prompts(in form: Form) throws(EntraError) -> Set<Prompt> {
        var prompts: Set<Prompt> = []
        for word in (form["prompt"] ?? "").split(separator: " ") {
            guard let prompt = Prompt(rawValue: String(word)) else { throw .unsupportedPrompt }
            prompts.insert(prompt)
        }
        guard prompts.count <= 1 || !prompts.contains(.none) else { throw .unsupportedPrompt }
        return prompts
    }
}
