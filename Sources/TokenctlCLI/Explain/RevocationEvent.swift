/// What may end a sign-in at Entra.
///
/// Source: learn.microsoft.com, "Microsoft identity platform access tokens", section "Token revocation".
enum RevocationEvent: String, CaseIterable {
    case passwordExpires = "password_expires"
    case passwordChanged = "password_changed_by_user"
    case selfServiceReset = "self_service_password_reset"
    case adminReset = "admin_resets_password"
    case userRevokes = "user_revokes_refresh_tokens"
    case adminRevokes = "admin_revokes_all_refresh_tokens"
    case singleSignOut = "single_sign_out"

    /// Short: the whole table fits a terminal of 80 columns.
    var words: String {
        switch self {
        case .passwordExpires: "the password expires"
        case .passwordChanged: "user changes the password"
        case .selfServiceReset: "user resets it (SSPR)"
        case .adminReset: "admin resets the password"
        case .userRevokes: "user revokes refresh tokens"
        case .adminRevokes: "admin revokes refresh tokens"
        case .singleSignOut: "single sign-out on the web"
        }
    }

    /// Whether it ends what was got that way.
    func revokes(_ kind: RevocationKind) -> Bool {
        let isCookie = kind == .passwordCookie || kind == .otherCookie
        return switch self {
        case .passwordExpires: false
        case .passwordChanged, .selfServiceReset, .adminReset: kind == .passwordCookie || kind == .passwordToken
        case .userRevokes, .adminRevokes: true
        case .singleSignOut: isCookie
        }
    }
}
