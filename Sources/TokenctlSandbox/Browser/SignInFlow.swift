/// Leads a browser from page to page, until the client or the device can have its answer.
package struct SignInFlow: Sendable {
    package let directory: Directory
    package let users: UserAuthenticator
    package let consents: Consents
    package let sessions: BrowserSessions
    package let codes: AuthorizationCodes
    package let devices: DeviceCodes
    /// The sign-ins that are going on, by the token in their forms.
    private let interactions = OpaqueStore<Interaction>()

    package init(
        directory: Directory, users: UserAuthenticator, consents: Consents, codes: AuthorizationCodes,
        devices: DeviceCodes
    ) {
        self.directory = directory
        self.users = users
        self.consents = consents
        self.codes = codes
        self.devices = devices
        sessions = BrowserSessions(policies: users.policies)
    }

    /// Starts, with the browser's session where that will do.
    package func begin(_ interaction: Interaction, in exchange: Exchange) -> Response {
        var interaction = interaction
        if let session = sessions.current(in: exchange), interaction.accepts(session, now: exchange.now) {
            interaction.signIn = session
        }
        return advance(interactions.add(interaction), interaction, in: exchange)
    }

    /// Goes on after a form was sent.
    package func proceed(_ form: Form, in exchange: Exchange) throws(EntraError) -> Response {
        let key = try form.required("flow")
        guard var interaction = interactions[key] else { throw .signInExpired }
        guard form["action"] != "cancel" else { return end(key, interaction, .failure(.userDeclined), in: exchange) }
        let before = interaction.signIn
        do throws(EntraError) {
            try apply(form, to: &interaction, in: exchange)
        } catch {
            return signInPage(key, interaction, name: form["username"] ?? "", error: error, in: exchange)
        }
        _ = try interactions.update(key) { $0 = interaction }
        var response = advance(key, interaction, in: exchange)
        if let signIn = interaction.signIn, before?.sessionID != signIn.sessionID || before?.methods != signIn.methods {
            response.headers["Set-Cookie"] = sessions.start(signIn, in: exchange)
        }
        return response
    }

    private func apply(
        _ form: Form, to interaction: inout Interaction, in exchange: Exchange
    ) throws(EntraError) {
        if let name = form["pick"] {
            let user = try directory.user(name, in: interaction.tenant)
            interaction.signIn = try users.signIn(
                user.name, password: user.password, in: interaction.tenant, now: exchange.now)
            return
        }
        switch form["action"] {
        case "continue": interaction.signIn = session(for: interaction, in: exchange)
        case "verify": interaction.signIn?.methods.append("mfa")
        // Only where the page was shown: who is not signed in gets that page again.
        case "accept": interaction.isAccepted = interaction.signIn.map { !lacksMFA($0, interaction) } ?? false
        default:
            interaction.signIn = try users.signIn(
                form["username"] ?? "", password: form["password"] ?? "", in: interaction.tenant, now: exchange.now)
        }
    }

    private func advance(_ key: String, _ interaction: Interaction, in exchange: Exchange) -> Response {
        guard let signIn = interaction.signIn, !users.policies.isRevoked(signIn) else {
            guard !interaction.isSilent else { return end(key, interaction, .failure(.noSession), in: exchange) }
            return signInPage(key, interaction, name: interaction.loginHint, error: nil, in: exchange)
        }
        guard !lacksMFA(signIn, interaction) else {
            let refusal =
                users.policies.lacksMFA(signIn)
                ? EntraError.mfaRequired(by: interaction.scopes.api, error: "interaction_required")
                : .policyUnsatisfied(of: interaction.scopes.api)
            guard !interaction.isSilent else { return end(key, interaction, .failure(refusal), in: exchange) }
            return Response(page: .mfa(signIn, key: key))
        }
        let items = directory.consentItems(for: interaction.scopes, of: interaction.app)
        let missing = consents.missing(items, from: signIn.user)
        guard interaction.isAccepted || missing.isEmpty && !interaction.asksConsent else {
            let refusal = EntraError.consentRequired(by: interaction.app).reported(as: "interaction_required")
            guard !interaction.isSilent else { return end(key, interaction, .failure(refusal), in: exchange) }
            let asked = interaction.asksConsent ? items : missing
            return Response(page: .consent(interaction, signIn, asked, key: key))
        }
        return end(key, interaction, .success(signIn), in: exchange)
    }

    private func lacksMFA(_ signIn: SignIn, _ interaction: Interaction) -> Bool {
        users.policies.lacksMFA(signIn) || interaction.needsMFA && !signIn.hasMFA
    }

    private func end(
        _ key: String, _ interaction: Interaction, _ outcome: Result<SignIn, EntraError>, in exchange: Exchange
    ) -> Response {
        interactions.remove(key)
        do throws(EntraError) {
            return try settle(interaction, outcome, in: exchange)
        } catch {
            guard case .authorization(let request) = interaction.purpose else {
                return Response(status: 400, page: .failure(error, in: exchange))
            }
            return request.target.refuse(error, in: exchange)
        }
    }

    private func settle(
        _ interaction: Interaction, _ outcome: Result<SignIn, EntraError>, in exchange: Exchange
    ) throws(EntraError) -> Response {
        if case .success(let signIn) = outcome {
            try consents.give(directory.consentItems(for: interaction.scopes, of: interaction.app), by: signIn.user)
        }
        switch interaction.purpose {
        case .authorization(let request):
            let signIn = try outcome.get()
            let code = codes.issue(for: request, signIn, now: exchange.now)
            return request.target.grant(code, to: signIn, wantsClientInfo: request.wantsClientInfo)
        case .device(let userCode):
            let signIn = try? outcome.get()
            try devices.settle(userCode, as: signIn.map { .approved($0) } ?? .declined, now: exchange.now)
            return Response(page: .deviceDone(interaction.app, isApproved: signIn != nil))
        }
    }

    private func signInPage(
        _ key: String, _ interaction: Interaction, name: String, error: EntraError?, in exchange: Exchange
    ) -> Response {
        let users = directory.users.filter {
            interaction.tenant.owns($0.name) && ($0.immutableID == nil || interaction.tenant.shape == .adfs)
        }
        return Response(
            status: error == nil ? 200 : 400,
            page: .signIn(
                interaction, key: key, session: session(for: interaction, in: exchange), users: users, name: name,
                error: error))
    }

    /// Whom the browser shows to be signed in, when that may do.
    private func session(for interaction: Interaction, in exchange: Exchange) -> SignIn? {
        sessions.current(in: exchange).flatMap { interaction.allows($0, now: exchange.now) ? $0 : nil }
    }
}
