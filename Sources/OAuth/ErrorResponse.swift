import JOSE
package import World

extension ErrorAnswer {
    /// Reads an OAuth error object, or nil where the body is none.
    init?(_ body: [UInt8]) {
        guard let object = try? JSON(parsing: body).objectValue, let error = object["error"],
            error != .null
        else { return nil }
        self.init()
        // v1.0 and management endpoints nest it: {"error": {"code": …, "message": …}}.
        self.error = error.stringValue ?? error["code"]?.stringValue ?? "unknown_error"
        description = object["error_description"]?.stringValue ?? error["message"]?.stringValue
        suberror = object["suberror"]?.stringValue
        correlationID = object["correlation_id"]?.stringValue
        traceID = object["trace_id"]?.stringValue
        timestamp = object["timestamp"]?.stringValue
        claims = object["claims"]?.stringValue
        number = object["error_codes"]?.arrayValue?.first?.intValue
        readNumber()
    }

    /// Takes the number that stands behind `AADSTS` in the description, where no other is known.
    mutating func readNumber() {
        guard number == nil, let description, let prefix = description.firstRange(of: "AADSTS") else { return }
        number = Int(description[prefix.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}

extension Failure {
    /// What an error that came by way of the browser stands for.
    init(answer: ErrorAnswer, to action: String) {
        var answer = answer
        answer.readNumber()
        let verdict = Self.verdict(on: answer, status: 400)
        self.init(verdict.code, "cannot \(action): \(Self.reason(answer))", hint: verdict.hint, answer: answer)
    }

    /// What an answer without a token stands for.
    ///
    /// - Parameter action: what was being tried: "get a token".
    package init(response: HTTPResponse, to action: String) {
        let answer = ErrorAnswer(response.body)
        let verdict = Self.verdict(on: answer, status: response.status)
        let reason = answer.map(Self.reason) ?? Self.reason(withoutError: response)
        self.init(
            verdict.code, "cannot \(action): \(reason)", hint: verdict.hint, answer: answer,
            isRetryable: verdict.code == .unavailable || verdict.code == .tryAgain)
        if code == .tryAgain, hint == nil {
            let wait = response.header("Retry-After").flatMap { UInt($0) }
            hint = wait.map { "try again in \($0) s" } ?? "try again in a minute"
        }
    }

    private static func verdict(on answer: ErrorAnswer?, status: Int) -> (code: Code, hint: String?) {
        if status == 429 { return (.tryAgain, nil) }
        if let number = answer?.number, let known = EntraError.known[number] { return (known.code, known.hint) }
        switch answer?.error {
        case "invalid_client", "unauthorized_client":
            return (.badCredentials, "check the client id, its credential, and how it is sent (--auth-method)")
        case "interaction_required", "login_required", "consent_required", "account_selection_required":
            return (.interactionRequired, nil)
        case "access_denied", "authorization_declined":
            return (.denied, "the person or a policy said no; run the command again if that was a mistake")
        case "expired_token", "code_expired": return (.expired, nil)
        case "temporarily_unavailable": return (.tryAgain, nil)
        case "server_error": return (.unavailable, nil)
        case "invalid_scope": return (.refused, "check --scope; the provider does not know it, or not for this client")
        case .some where status < 500 && status != 408: return (.refused, nil)
        case .some, nil: return verdict(onStatus: status)
        }
    }

    /// Answers without an OAuth error that means something, as proxies and some providers give them.
    private static func verdict(onStatus status: Int) -> (code: Code, hint: String?) {
        switch status {
        case 401, 403: (.badCredentials, "check the client id, its credential, and how it is sent (--auth-method)")
        case 400: (.refused, "run again with --trace to see what was sent")
        case 408, 503, 504: (.tryAgain, nil)
        case 500...: (.unavailable, "the provider is in trouble; try again later")
        default: (.protocolError, "the address may not be the provider's; run again with --trace to see the answer")
        }
    }

    private static func reason(_ answer: ErrorAnswer) -> String {
        let error = answer.error ?? "error"
        guard let description = answer.description, !description.isEmpty else { return error }
        return "\(error): \(EntraError.sentence(of: description))" + (answer.number.map { " (AADSTS\($0))" } ?? "")
    }

    private static func reason(withoutError response: HTTPResponse) -> String {
        if (300..<400).contains(response.status), let location = response.header("Location") {
            return "the server redirects to '\(location)', which is not followed"
        }
        let gist = response.body.isEmpty ? "an empty body" : "a body that is no OAuth answer"
        return "the server answered HTTP \(response.status) with \(gist)"
    }
}
