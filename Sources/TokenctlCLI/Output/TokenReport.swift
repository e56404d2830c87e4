import JOSE
import OAuth
import World

/// A token in the shape that was asked for.
struct TokenReport {
    let token: AcquiredToken
    let request: TokenRequest

    /// Hands the token over: the result to standard output, and to the CI system where the format is one's own.
    func write(as format: OutputFormat, in world: World) throws(Failure) {
        let text = try text(as: format)
        guard let assignment = assignment(as: format) else { return try world.terminal.print(text) }
        guard let path = world.environment.first(assignment.fileVariable) else {
            throw Failure(
                .noInput, "\(assignment.fileVariable) is not set",
                hint: "-o \(format.kind.rawValue) is for jobs of that CI system")
        }
        try world.terminal.print(text)
        try world.files.append(Array(assignment.text.utf8), to: path)
    }

    /// - Throws: `badData` when the format needs something that the token has not.
    func text(as format: OutputFormat) throws(Failure) -> String {
        switch format.kind {
        case .token: secret + "\n"
        case .json: JSON.object(json).compact + "\n"
        case .claims: try claims + "\n"
        case .idToken: try idToken + "\n"
        case .header: "Authorization: Bearer \(secret)\n"
        case .env: "export \(format.variable)=\(ShellQuote.posix(secret))\n"
        case .fish: "set -gx \(format.variable) \(ShellQuote.fish(secret))\n"
        case .powershell: "$env:\(format.variable) = \(ShellQuote.powershell(secret))\n"
        case .curl: "header = \"Authorization: Bearer \(ShellQuote.curl(secret))\"\n"
        case .github: "::add-mask::\(secret.replacing("%", with: "%25"))\n"
        case .azurePipelines: azurePipelines(format.variable)
        case .gitlab: "\(format.variable)=\(secret)\n"
        case .kubernetes: JSON.object(execCredential).compact + "\n"
        case .saml: try xml
        }
    }

    /// What goes to a file of the CI system rather than to standard output; set after standard output is written.
    func assignment(as format: OutputFormat) -> (fileVariable: String, text: String)? {
        guard format.kind == .github else { return nil }
        return ("GITHUB_ENV", "\(format.variable)=\(token.accessToken)\n")
    }

    private func azurePipelines(_ variable: String) -> String {
        let secret = ShellQuote.loggingCommand(token.accessToken)
        return "##vso[task.setsecret]\(secret)\n##vso[task.setvariable variable=\(variable);issecret=true]\(secret)\n"
    }

    private var secret: String { token.accessToken }

    private var json: JSONObject {
        [
            "schema": .integer(1), "token_type": .string(token.tokenType), "access_token": .string(token.accessToken),
            "expires_on": .integer(token.expiresOn), "expires_at": .string(UTCTime.text(token.expiresOn)),
            "refresh_on": token.refreshOn.map { .integer($0) } ?? .null, "scope": .string(token.scopes.text),
            "tenant_id": tenant, "client_id": .string(request.clientID), "account": account,
            "id_token": .optional(token.idToken),
            "source": .string(token.source.rawValue), "correlation_id": .optional(token.correlationID),
        ]
    }

    private var claims: String {
        get throws(Failure) {
            do {
                return try TokenClaims(of: token.accessToken).pretty
            } catch {
                throw error.within("cannot show the claims of the access token")
            }
        }
    }

    /// Byte for byte, as it is signed: with no line break that was not there.
    private var xml: String {
        get throws(Failure) {
            if let assertion = SAMLAssertion(secret) { return assertion.xml }
            throw Failure(.protocolError, "the token is no SAML assertion")
        }
    }

    private var idToken: String {
        get throws(Failure) {
            if let idToken = token.idToken { return idToken }
            throw Failure(
                .badData, "there is no id token: it comes only with a user's token, for --scope openid",
                hint: "add that scope, or use another --output")
        }
    }

    /// Only Entra-like authorities have tenants.
    private var tenant: JSON {
        if case .authority = request.provider { .string(token.realm) } else { .null }
    }

    private var account: JSON {
        guard let account = token.account else { return .null }
        return .object([
            "username": .string(account.username), "home_account_id": .string(account.homeAccountID),
            "local_account_id": .string(account.localAccountID),
        ])
    }

    /// Kubernetes' client.authentication.k8s.io/v1.
    private var execCredential: JSONObject {
        [
            "apiVersion": .string("client.authentication.k8s.io/v1"), "kind": .string("ExecCredential"),
            "status": .object([
                "token": .string(token.accessToken), "expirationTimestamp": .string(UTCTime.text(token.expiresOn)),
            ]),
        ]
    }
}
