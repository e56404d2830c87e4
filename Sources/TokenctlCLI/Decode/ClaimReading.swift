import JOSE
import OAuth

/// What the claims of one token mean: each by its name, and by its value where that tells more.
struct ClaimReading {
    let token: TokenClaims
    /// Seconds since 1970.
    let now: Int
    private let overage: GroupOverage?

    init(token: TokenClaims, now: Int) {
        self.token = token
        self.now = now
        overage = GroupOverage(token)
    }

    /// Of an entry of the header; empty for one that is not known.
    func meaning(ofHeader name: String, _ value: JSON) -> String {
        let general = HeaderMeaning.of(name)
        let particular: String? =
            switch name {
            case "alg": value.stringValue.map(HeaderMeaning.algorithm)
            case "typ": value.stringValue.flatMap { HeaderMeaning.types[$0.lowercased()] }
            default: nil
            }
        return Self.joined(general, particular)
    }

    /// Of a claim of the payload; empty for one that is not known.
    func meaning(of name: String, _ value: JSON) -> String {
        Self.joined(ClaimMeaning.of(name), particular(name, value))
    }

    private static func joined(_ general: String?, _ particular: String?) -> String {
        [general, particular].compactMap(\.self).joined(separator: ": ")
    }

    private func particular(_ name: String, _ value: JSON) -> String? {
        if ClaimMeaning.times.contains(name) { return time(name, value) }
        switch name {
        case "aud": return Self.each(value) { WellKnownApp.name(of: $0) }
        case "appid", "azp", "client_id", "cid": return value.stringValue.flatMap(WellKnownApp.name)
        case "tid", "iss", "idp", "tenant", "xms_tenant": return value.stringValue.flatMap(WellKnownTenant.name)
        case "appidacr", "azpacr": return Self.clientAuthentication[Self.text(value)]
        case "acr": return Self.contextClass[Self.text(value)]
        case "amr": return Self.each(value, isAlways: true) { AuthenticationMethod.meaning[$0] }
        case "wids": return Self.each(value, isAlways: true, DirectoryRole.name)
        case "idtyp": return Self.identityType[Self.text(value)]
        case "acct": return Self.accountStatus[Self.text(value)]
        case "xms_cc": return Self.each(value) { $0 == "cp1" ? "cp1: it answers claims challenges" : nil }
        case "ver": return Self.version[Self.text(value)]
        case "groups", "roles": return value.arrayValue.map { $0.count == 1 ? "1 of them" : "\($0.count) of them" }
        case "_claim_names", "hasgroups": return overage?.remedy
        case _ where name.hasPrefix("groups:src"): return overage?.remedy
        default: return nil
        }
    }

    private func time(_ name: String, _ value: JSON) -> String {
        guard let time = TokenTime(value)?.seconds else {
            return TokenTime.isInMilliseconds(value) ? "milliseconds, where seconds belong" : "no time that makes sense"
        }
        // Entra also gives it as the time that is left.
        if name == "pwd_exp", time < Self.tenYears { return "\(TimeSpan.words(time)) after the token was issued" }
        let relative = TimeSpan.relative(time, to: now)
        let words =
            switch name {
            case "exp": time <= now ? "expired \(relative)" : "expires \(relative)"
            case "iat" where time > now: "issued \(relative) by this machine's clock: a clock is wrong"
            case "iat": "issued \(relative)"
            case "nbf": time <= now ? "began \(relative)" : "begins \(relative)"
            case "auth_time": "signed in \(relative)"
            default: relative
            }
        // Libraries refuse a time that is text.
        return "\(UTCTime.text(time)), \(words)" + (value.stringValue == nil ? "" : " (text, where a number belongs)")
    }

    /// The names of some of the values of a text or a list; nil where there are none.
    ///
    /// - Parameter isAlways: a value without a name stands for itself.
    private static func each(_ value: JSON, isAlways: Bool = false, _ name: (String) -> String?) -> String? {
        let texts = (value.arrayValue ?? [value]).compactMap(\.stringValue)
        let names = texts.compactMap { name($0) ?? (isAlways ? $0 : nil) }
        return names.isEmpty ? nil : names.joined(separator: "; ")
    }

    private static let tenYears = 10 * 365 * 86400

    private static func text(_ value: JSON) -> String { value.stringValue ?? value.compact }
}
