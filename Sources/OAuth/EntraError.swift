import World

/// What an AADSTS number means for the user.
struct EntraError {
    let code: Failure.Code
    let hint: String

    init(_ code: Failure.Code, _ hint: String) {
        self.code = code
        self.hint = hint
    }

    /// The human part of an `error_description`: without the number in front, and the ids at its end.
    static func sentence(of description: String) -> String {
        var text = description[...]
        if text.hasPrefix("AADSTS"), let colon = text.firstIndex(of: ":") {
            text = text[text.index(after: colon)...].drop { $0.isWhitespace }
        }
        if let ids = text.firstRange(of: "Trace ID:") { text = text[..<ids.lowerBound] }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }

    /// Numbers as Microsoft documents them under "Microsoft Entra authentication and authorization error codes".
    static let known: [Int: EntraError] = [
        50034: .init(.badCredentials, "check the user name and --tenant"),
        50053: .init(.badCredentials, "the account is locked, or the address blocked: wait, or unlock it"),
        50055: .init(.badCredentials, "the password has expired: change it first"),
        50057: .init(.badCredentials, "the account is disabled: ask its administrator"),
        50126: .init(.badCredentials, "check the user name and the password"),
        50076: .init(.interactionRequired, "sign in with MFA: tokenctl device-code or tokenctl auth-code"),
        50079: .init(.interactionRequired, "enrol in MFA: sign in with tokenctl auth-code"),
        53000: .init(.denied, "a policy wants a compliant device"),
        53001: .init(.denied, "a policy wants a joined device"),
        53002: .init(.denied, "a policy wants an approved app"),
        53003: .init(.denied, "conditional access blocks this; try another flow or network, or ask the administrator"),
        530003: .init(.denied, "a policy wants a managed device"),
        530035: .init(.denied, "security defaults block this sign-in"),
        65001: .init(
            .interactionRequired, "nobody has consented yet: an administrator must, or sign in with auth-code"),
        500011: .init(.refused, "check the resource in --scope: it is unknown in this tenant"),
        50105: .init(.denied, "assign the app to the resource's role first"),
        700016: .init(.badCredentials, "check --client-id, --tenant and --cloud: the app is unknown there"),
        700024: .init(.badCredentials, "check this machine's clock: the assertion is outside its time window"),
        700027: .init(.badCredentials, "register the certificate with the app, or give the one that is"),
        700030: .init(.badCredentials, "the certificate's subject is not authorised for the app"),
        7000112: .init(.denied, "the app is disabled: ask its administrator"),
        7000215: .init(
            .badCredentials, "give the secret's value, not its ID, and check that it belongs to --client-id"),
        7000218: .init(.badCredentials, "give --client-secret, --certificate or --client-assertion"),
        7000222: .init(.badCredentials, "the secret has expired: create another and give that"),
        70021: .init(.badCredentials, "no federated credential of the app matches the assertion's iss, sub and aud"),
        700211: .init(.badCredentials, "no federated credential of the app has the assertion's issuer"),
        700212: .init(.badCredentials, "no federated credential of the app has the assertion's audience"),
        700213: .init(.badCredentials, "no federated credential of the app has the assertion's subject"),
        90002: .init(.refused, "check --tenant and --cloud: there is no such tenant"),
        900144: .init(.refused, "the request lacks the parameter that the message names"),
        1002012: .init(.refused, "ask for one whole resource: --scope RESOURCE/.default"),
        9001023: .init(.refused, "give the app's own --tenant"),
    ]
}
