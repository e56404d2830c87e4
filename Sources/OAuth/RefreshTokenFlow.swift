package import World

/// Redeems a refresh token: RFC 6749 section 6.
package struct RefreshTokenFlow: Flow {
    private let client: OAuthClient
    private let refreshToken: Secret
    private let account: Account?

    /// - Parameter account: whose token it is; nil when that is not known.
    package init(client: OAuthClient, refreshToken: Secret, account: Account?) {
        self.client = client
        self.refreshToken = refreshToken
        self.account = account
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let signIn = try SignIn(request, client: client)
        let grant: [HTTPRequest.Field] = [
            .init("grant_type", "refresh_token"), .init("refresh_token", refreshToken),
            .init("scope", signIn.scopes.text),
        ]
        do {
            var token = try signIn.complete(grant, in: world, knownAccount: account)
            token.source = .refresh
            return token
        } catch {
            throw error.readingInvalidGrant(
                as: .interactionRequired, hint: "the refresh token is not valid any more: sign in again")
        }
    }
}

extension Failure {
    /// The same failure, where the provider says no more than that the grant is not valid, in this flow's terms.
    func readingInvalidGrant(as code: Code, hint: String) -> Failure {
        guard self.code == .refused, let answer, answer.error == "invalid_grant", answer.number == nil else {
            return self
        }
        return Failure(code, message, hint: hint, answer: answer)
    }

    /// Whether the provider says that a family's refresh token is not for this client.
    ///
    /// That the token is dead, or that a policy wants more, says nothing about the client.
    var deniesMembership: Bool {
        guard let answer, answer.error == "invalid_grant" else { return false }
        return answer.suberror == "client_mismatch"
            || (answer.suberror ?? "").isEmpty && [nil, 70000].contains(answer.number)
    }

    /// Whether the provider says that a refresh token will never work again.
    ///
    /// Anything else, such as MFA or consent that is missing, leaves it as it is.
    var killsRefreshToken: Bool {
        guard let answer else { return false }
        return ["bad_token", "token_expired"].contains(answer.suberror)
            || [700_082, 70_008, 50_173].contains(answer.number)
    }
}
