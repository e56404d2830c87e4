import JOSE
import OAuth

/// How what Entra issued was got: that decides what takes it away again.
enum RevocationKind: String, CaseIterable {
    case passwordCookie = "password_cookie"
    case passwordToken = "password_token"
    case otherCookie = "non_password_cookie"
    case otherToken = "non_password_token"
    case confidentialClient = "confidential_client_token"

    /// Of its column, in two lines.
    var heading: (String, String) {
        switch self {
        case .passwordCookie: ("PASSWORD", "COOKIE")
        case .passwordToken: ("PASSWORD", "TOKEN")
        case .otherCookie: ("OTHER", "COOKIE")
        case .otherToken: ("OTHER", "TOKEN")
        case .confidentialClient: ("CONFIDENTIAL", "CLIENT")
        }
    }

    /// Those that a token may be of: one, or where the token does not tell, each that is left.
    static func candidates(for token: TokenClaims) -> [RevocationKind] {
        let client = token.text("appidacr") ?? token.text("azpacr")
        if ["1", "2"].contains(client) || token.kind == .app { return [.confidentialClient] }
        let methods = token.claims["amr"].flatMap { $0.arrayValue ?? [$0] }?.compactMap(\.stringValue) ?? []
        let byMethod: [RevocationKind] =
            methods.isEmpty
            ? [.passwordToken, .otherToken] : methods.contains("pwd") ? [.passwordToken] : [.otherToken]
        return client == "0" ? byMethod : byMethod + [.confidentialClient]
    }

    /// In a sentence about the token.
    var words: String {
        switch self {
        case .passwordCookie, .otherCookie: "a browser's cookie"
        case .passwordToken: "the user signed in with a password (amr has pwd)"
        case .otherToken:
            "the user signed in without a password, as with Windows Hello, a FIDO2 key or a PIN (amr lacks pwd)"
        case .confidentialClient: "a confidential client's: the app proved who it is"
        }
    }
}
