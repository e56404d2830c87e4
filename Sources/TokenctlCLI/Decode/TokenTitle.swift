import JOSE
import OAuth

/// What a token is, in a few words: `user's access token of version 1.0`.
struct TokenTitle {
    let text: String
    /// Without what is said of it.
    let short: String

    init(_ token: TokenClaims) {
        let version = token.text("ver").flatMap { ["1.0", "2.0"].contains($0) ? " of version \($0)" : nil } ?? ""
        let name = Self.byType(token) ?? Self.byMaker(token) ?? Self.byKind(token.kind)
        // The version belongs to the thing, before what is said of it.
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        short = parts[0] + version
        text = short + (parts.count > 1 ? ":" + parts[1] : "")
    }

    /// What the token calls itself: RFC 8725 section 3.11; Keycloak has a claim for it.
    private static func byType(_ token: TokenClaims) -> String? {
        let type = token.header["typ"]?.stringValue?.lowercased() ?? ""
        switch type.hasPrefix("application/") ? String(type.dropFirst("application/".count)) : type {
        case "dpop+jwt": return "proof of possession of a key (DPoP)"
        case "logout+jwt": return "logout token"
        case "secevent+jwt": return "security event token"
        case "client-authentication+jwt": return "client assertion: an app's proof of who it is"
        case "vc+jwt", "vc+sd-jwt", "dc+sd-jwt": return "verifiable credential"
        default: break
        }
        switch token.text("typ") {
        case "Refresh", "Offline": return "refresh token, which only its issuer takes"
        case "Logout": return "logout token"
        default: return nil
        }
    }

    private static func byMaker(_ token: TokenClaims) -> String? {
        let issuer = token.text("iss") ?? ""
        if issuer == "https://token.actions.githubusercontent.com" { return "id token of a GitHub Actions workflow" }
        if token.claims["kubernetes.io"] != nil || issuer == "kubernetes/serviceaccount" {
            return "token of a Kubernetes service account"
        }
        if !issuer.isEmpty, issuer == token.text("sub") { return "client assertion: an app's proof of who it is" }
        return nil
    }

    private static func byKind(_ kind: TokenKind) -> String {
        switch kind {
        case .idToken: "id token: tells an app who signed in"
        case .user: "user's access token"
        case .app: "app-only access token: there is no user in it"
        case .unknown: "token that does not tell what it is for"
        }
    }
}
