import JOSE
import OAuth

extension TokenExamination {
    /// Whether it is the right kind of token at all.
    var kindFindings: [TokenFinding] {
        if ["Refresh", "Offline"].contains(token.text("typ") ?? "") {
            return [
                .certain(
                    .notAccessToken, "it is a refresh token: only its issuer takes it, to give an access token for it",
                    remedy: "redeem it with tokenctl refresh, and send the access token")
            ]
        }
        switch token.kind {
        case .idToken:
            return [
                .certain(
                    .idToken, "it is an id token: it tells an app who signed in, and gives no access to any API",
                    remedy: "send the access token; ask for one with \(scopeOption)")
            ]
        case .app: return appFindings
        case .user where scopes.isEmpty:
            return [
                .certain(
                    .noScope, "it is a user's token without any scope: the app may do nothing in the user's name",
                    remedy: "consent to a scope of the API and get a new token with \(scopeOption)")
            ]
        case .user, .unknown: return []
        }
    }

    private var appFindings: [TokenFinding] {
        let wanted = requirements.filter(\.isOfWords).compactMap(\.value)
        let meaning = "it is an app's own token: there is no user and no scope (scp) in it"
        let remedy =
            "sign a user in with tokenctl device-code or tokenctl auth-code, or have the API take an app permission (roles)"
        guard wanted.isEmpty else {
            return [
                .certain(.appOnly, "\(meaning), and the API wants \(wanted.joined(separator: ", "))", remedy: remedy)
            ]
        }
        return [.possible(.appOnly, "\(meaning); an API that wants a user's token refuses it", remedy: remedy)]
    }

    /// What can be seen of the signature without a key.
    var signatureFindings: [TokenFinding] {
        let algorithm = token.header["alg"]?.stringValue ?? ""
        if algorithm.isEmpty || algorithm.lowercased() == "none" {
            return [
                .certain(
                    .unsigned,
                    "it is not signed (alg is \(algorithm.isEmpty ? "missing" : "none")): anybody can make such a token",
                    remedy: "get a token from the provider")
            ]
        }
        let defect = signatureDefect.map {
            TokenFinding.certain(.signature, $0, remedy: "send the whole token, as it was issued")
        }
        return [defect, algorithm.hasPrefix("HS") ? sharedSecret(algorithm) : nil].compactMap(\.self)
    }

    private func sharedSecret(_ algorithm: String) -> TokenFinding {
        TokenFinding(
            reason: .sharedSecret, isCertain: isEntra,
            meaning: "it is signed with a shared secret (\(algorithm))"
                + (isEntra
                    ? ": Entra never does that, so it is not Entra's"
                    : ": only an API that has the same secret can check it"),
            remedy: "have the provider sign with a key pair (RS256, ES256)")
    }
}
