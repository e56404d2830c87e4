package import World

/// A sign-in in the browser: RFC 6749 section 4.1 with PKCE, and RFC 8252's loopback redirect.
package struct AuthorizationCodeFlow: Flow {
    /// How the browser's answer comes back.
    package enum Return: Sendable {
        /// To a listener on this machine, under the host and path of this URI; its port, or any free one.
        case loopback(WebURL)
        /// The person pastes the address that the browser ends at.
        case paste(redirectURI: String, read: @Sendable (String) throws(Failure) -> String)
    }

    private let client: OAuthClient
    private let wishes: SignInWishes
    private let returning: Return
    /// How long a person gets, in seconds; nil for ever.
    private let patience: Int?
    private let remark: @Sendable (String) -> Void
    /// Shows the address to the person, where no browser opens.
    private let show: @Sendable (WebURL) -> Void

    package init(
        client: OAuthClient, wishes: SignInWishes, returning: Return, patience: Int?,
        show: @escaping @Sendable (WebURL) -> Void, remark: @escaping @Sendable (String) -> Void
    ) {
        self.client = client
        self.wishes = wishes
        self.returning = returning
        self.patience = patience
        self.show = show
        self.remark = remark
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let signIn = try SignIn(request, client: client)
        switch returning {
        case .loopback(let uri): return try listen(on: uri, for: signIn, in: world)
        case .paste(let redirectURI, let read):
            let authorization = try AuthorizationRequest(
                signIn, redirectURI: redirectURI, wishes: wishes, isPasted: true, in: world)
            show(authorization.url)
            let code = try Self.code(
                inPasted: try read("Paste the address that the browser ends at: "), authorization, signIn)
            return try redeem(code, authorization, signIn, in: world)
        }
    }

    private func listen(on uri: WebURL, for signIn: SignIn, in world: World) throws(Failure) -> AcquiredToken {
        let listener = try world.redirects.listen(port: uri.port)
        let redirectURI = "http://\(uri.host):\(listener.port)\(uri.path)"
        let authorization = try AuthorizationRequest(
            signIn, redirectURI: redirectURI, wishes: wishes, isPasted: false, in: world)
        do {
            try world.browser.open(authorization.url)
        } catch {
            remark("no browser was opened: \(error.message)")
        }
        show(authorization.url)
        var outcome: AuthorizationAnswer?
        let deadline = patience.map { world.clock.ticks + $0 * 1000 }
        let path = uri.path.isEmpty ? "/" : uri.path
        let isAnswered = try listener.serve(until: deadline) { redirect in
            guard redirect.path == path else {
                return RedirectReply(status: 404, page: RedirectPage.nothingHere, isFinal: false)
            }
            let answer = AuthorizationAnswer(redirect.parameters, to: authorization, at: signIn.metadata)
            switch answer {
            case .stranger(let reason):
                remark("an answer was refused: \(reason)")
                return RedirectReply(status: 400, page: RedirectPage.refused(reason), isFinal: false)
            case .refusal(let failure):
                outcome = answer
                return RedirectReply(status: 200, page: RedirectPage.failed(failure.message), isFinal: true)
            case .code:
                outcome = answer
                return RedirectReply(status: 200, page: RedirectPage.done, isFinal: true)
            }
        }
        guard isAnswered else {
            throw Failure(.expired, "nobody signed in within \(patience ?? 0) s", hint: "run the command again")
        }
        switch outcome {
        case .code(let code): return try redeem(code, authorization, signIn, in: world)
        case .refusal(let failure): throw failure
        case .stranger, nil: throw Failure(.internalError, "the listener ended without an answer")
        }
    }

    private static func code(
        inPasted text: String, _ authorization: AuthorizationRequest, _ signIn: SignIn
    ) throws(Failure) -> Secret {
        let query = text.split(separator: "?", maxSplits: 1).dropFirst().first ?? text[...]
        let parameters = FormEncoding.decode(query.prefix { $0 != "#" })
        switch AuthorizationAnswer(parameters, to: authorization, at: signIn.metadata) {
        case .code(let code): return code
        case .refusal(let failure): throw failure
        case .stranger(let reason): throw Failure(.badData, "this is not the answer to this sign-in: \(reason)")
        }
    }

    private func redeem(
        _ code: Secret, _ authorization: AuthorizationRequest, _ signIn: SignIn, in world: World
    ) throws(Failure) -> AcquiredToken {
        let grant: [HTTPRequest.Field] = [
            .init("grant_type", "authorization_code"), .init("code", code),
            .init("redirect_uri", authorization.redirectURI), .init("code_verifier", authorization.pkce.verifier),
            .init("scope", signIn.scopes.text),
        ]
        return try signIn.complete(grant, in: world) { check in
            check.nonce = authorization.nonce
            check.maxAge = wishes.maxAge
        }
    }
}
