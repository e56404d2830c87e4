/// Where an authorization request's answer goes, and how (RFC 6749 section 4.1.2).
package struct RedirectTarget: Sendable {
    package enum Mode: String, Sendable {
        case query, fragment
        case formPost = "form_post"
    }

    /// One of the client's registered ones.
    package let uri: String
    /// Nil for one that is unknown: the refusal goes into the query.
    package let mode: Mode?
    package let state: String?
    /// The `iss` parameter of RFC 9207, when it is to be sent.
    package let issuer: String?

    /// Nothing may be sent to a URI that is not registered (AADSTS50011).
    package init(_ form: Form, app: App, issuer: String?) throws(EntraError) {
        uri = try form.required("redirect_uri")
        guard app.redirectURIs.contains(where: { [uri] in $0.matches(uri) }) else {
            throw .redirectURINotRegistered(uri, of: app)
        }
        mode = form["response_mode"].map(Mode.init(rawValue:)) ?? .query
        state = form["state"]
        self.issuer = issuer
    }

    package func grant(_ code: String, to signIn: SignIn, wantsClientInfo: Bool) -> Response {
        answer([
            ("code", code), ("client_info", wantsClientInfo ? signIn.clientInfo : nil), ("state", state),
            ("session_state", signIn.sessionID), ("iss", issuer),
        ])
    }

    package func refuse(_ error: EntraError, in exchange: Exchange) -> Response {
        answer([
            ("error", error.error), ("error_subcode", error == .userDeclined ? "cancel" : nil),
            ("error_description", error.description(in: exchange)),
            ("error_uri", "\(exchange.base)/error?code=\(error.code)"), ("state", state), ("iss", issuer),
        ])
    }

    private func answer(_ fields: [(name: String, value: String?)]) -> Response {
        let fields = fields.compactMap { field in field.value.map { (name: field.name, value: $0) } }
        let encoded = fields.map { "\($0.name)=\(Form.encode($0.value))" }.joined(separator: "&")
        switch mode ?? .query {
        case .query: return .redirect(to: uri + (uri.contains("?") ? "&" : "?") + encoded)
        case .fragment: return .redirect(to: uri + "#" + encoded)
        case .formPost: return Response(page: .formPost(to: uri, fields))
        }
    }
}
