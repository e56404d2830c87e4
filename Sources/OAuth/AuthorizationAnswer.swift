import World

/// What came back from the sign-in page: RFC 6749 section 4.1.2, RFC 9207.
enum AuthorizationAnswer {
    case code(Secret)
    case refusal(Failure)
    /// Not the answer to this request: someone else's, or an old one.
    case stranger(String)

    /// - Parameter parameters: of the redirect's query or form.
    init(_ parameters: [(name: String, value: String)], to request: AuthorizationRequest, at metadata: ProviderMetadata)
    {
        func value(_ name: String) -> String? {
            let values = parameters.filter { $0.name == name }
            return values.count == 1 ? values[0].value : nil
        }
        guard value("state") == request.state else {
            self = .stranger("its state is not the one that was sent")
            return
        }
        if let issuer = value("iss") {
            guard issuer == metadata.issuer || metadata.issuer.contains("{tenantid}") else {
                self = .stranger("it comes from the issuer '\(issuer)'")
                return
            }
        } else if metadata.namesIssuerInAnswers {
            self = .stranger("it does not say which issuer it comes from")
            return
        }
        if let error = value("error") {
            var answer = ErrorAnswer()
            answer.error = error
            answer.description = value("error_description")
            self = .refusal(Failure(answer: answer, to: "sign in"))
        } else if let code = value("code"), !code.isEmpty {
            self = .code(Secret(code))
        } else {
            self = .stranger("it has no code")
        }
    }
}
