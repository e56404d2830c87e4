import JOSE
import OAuth

/// A row of the section `AccessToken` in MSAL's unified cache schema.
struct AccessTokenEntry {
    static let section = "AccessToken"
    /// The members of a row that say what the token is for.
    static let scopeMembers = ["target", "asked_target"]

    let environment: String
    let realm: String
    let clientID: String
    /// nil for an app's own token.
    let homeAccountID: String?
    /// What was granted.
    let scopes: Scopes
    /// What was asked for; a provider may grant less, more, or the same under other names.
    let askedScopes: Scopes
    let tokenType: String
    let secret: String
    /// Seconds since 1970, as all times here.
    let cachedAt: Int
    let expiresOn: Int
    let extendedExpiresOn: Int
    let refreshOn: Int?
    /// The issuer identifier, for tokens of providers other than Entra; MSAL keeps the field and does not look at it.
    let issuer: String?
    /// nil for a token that was not got on behalf of someone.
    let onBehalf: OnBehalfTag?
    /// What the client said that it can do; an access token of one that can more is of no use to one that cannot.
    let capabilities: [String]
    let requestedType: RequestedTokenType
    /// The tenant as it was asked for, where that was not by its id: only the provider knows whose domain that is.
    let askedTenant: String?

    init(_ token: AcquiredToken, for request: TokenRequest) {
        environment = request.provider.environment
        realm = token.realm
        clientID = request.clientID
        homeAccountID = token.account?.homeAccountID
        scopes = token.scopes
        askedScopes = request.scopes
        tokenType = token.tokenType
        secret = token.accessToken
        cachedAt = token.obtainedOn
        expiresOn = token.expiresOn
        extendedExpiresOn = token.extendedExpiresOn
        refreshOn = token.refreshOn
        issuer = request.provider.issuerIdentifier
        onBehalf = if case .onBehalf(let key) = request.subject { OnBehalfTag(key) } else { nil }
        capabilities = request.claims.capabilities
        requestedType = request.tokenType
        askedTenant = request.provider.namedTenant
    }

    /// Reads a row, as any of the MSAL libraries writes it; nil for one that is no plain bearer token or makes no sense.
    init?(_ row: JSONObject) {
        guard row["credential_type"]?.stringValue == Self.section, !Self.isSpecial(row),
            let environment = row["environment"]?.stringValue, let clientID = row["client_id"]?.stringValue,
            let secret = row["secret"]?.stringValue, TokenResponse.isToken(secret),
            let expiresOn = CachedTime.seconds(row["expires_on"]),
            let cachedAt = row["cached_at"].map({ CachedTime.seconds($0) }) ?? 0,
            let type = RequestedTokenType(
                rawValue: row["requested_token_type"]?.stringValue ?? RequestedTokenType.accessToken.rawValue)
        else { return nil }
        self.environment = environment
        self.clientID = clientID
        self.secret = secret
        self.expiresOn = expiresOn
        homeAccountID = row["home_account_id"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        realm = row["realm"]?.stringValue ?? ""
        scopes = Scopes(row["target"]?.stringValue ?? "")
        askedScopes = row["asked_target"]?.stringValue.map { Scopes($0) } ?? scopes
        tokenType = row["token_type"]?.stringValue ?? "Bearer"
        self.cachedAt = cachedAt
        extendedExpiresOn = CachedTime.seconds(row["extended_expires_on"]) ?? expiresOn
        refreshOn = CachedTime.seconds(row["refresh_on"])
        issuer = row["issuer"]?.stringValue
        onBehalf = OnBehalfTag(row)
        capabilities = row["client_capabilities"]?.arrayValue?.compactMap(\.stringValue) ?? []
        requestedType = type
        askedTenant = row["asked_realm"]?.stringValue
    }

    /// The row's name in its section, as msal-python makes it.
    var key: String {
        CacheKey.of(homeAccountID ?? "", environment, "accesstoken", clientID, realm, scopes.text)
            + (onBehalf?.suffix ?? "") + capabilities.map { "-" + $0.lowercased() }.joined()
            + (requestedType.isSAML ? "-" + requestedType.rawValue : "")
    }

    /// What msal-python reads back: times as decimal text, and for an app a home account that is there and null.
    var row: JSONObject {
        var row: JSONObject = [
            "credential_type": .string("AccessToken"), "secret": .string(secret),
            "home_account_id": .optional(homeAccountID), "environment": .string(environment),
            "client_id": .string(clientID), "target": .string(scopes.text), "realm": .string(realm),
            "token_type": .string(tokenType), "cached_at": .string(String(cachedAt)),
            "expires_on": .string(String(expiresOn)), "extended_expires_on": .string(String(extendedExpiresOn)),
        ]
        row["refresh_on"] = refreshOn.map { .string(String($0)) }
        if askedScopes.isEmpty != scopes.isEmpty || !scopes.include(askedScopes) {
            row["asked_target"] = .string(askedScopes.text)
        }
        row["issuer"] = issuer.map { .string($0) }
        row["asked_realm"] = askedTenant.map { .string($0) }
        if let onBehalf { row.members += onBehalf.members }
        if !capabilities.isEmpty { row["client_capabilities"] = .array(capabilities.map { .string($0) }) }
        if requestedType.isSAML { row["requested_token_type"] = .string(requestedType.rawValue) }
        return row
    }

    /// Whether this is a token of the kind that is asked for, for the same client from the same place.
    func hasSameOrigin(as request: TokenRequest) -> Bool {
        guard capabilities == request.claims.capabilities, requestedType == request.tokenType,
            request.subject.isOf(onBehalf)
        else { return false }
        guard clientID == request.clientID, KnownHosts.areSame(environment, request.provider.environment),
            issuer == request.provider.issuerIdentifier, tokenType.lowercased() == "bearer"
        else { return false }
        return request.provider.accepts(realm: realm, askedAs: askedTenant, of: homeAccountID)
    }

    /// Whether the token does for these scopes: those that it was asked for, or some of those that it has.
    func serves(_ wanted: Scopes) -> Bool {
        askedScopes.text.lowercased() == wanted.text.lowercased() || (!wanted.isEmpty && scopes.include(wanted))
    }

    /// Whether `newer` makes this row useless.
    func isReplaced(by newer: AccessTokenEntry) -> Bool {
        KnownHosts.areSame(environment, newer.environment) && realm == newer.realm && clientID == newer.clientID
            && homeAccountID == newer.homeAccountID && issuer == newer.issuer && tokenType == newer.tokenType
            && onBehalf == newer.onBehalf && capabilities == newer.capabilities && requestedType == newer.requestedType
            && newer.serves(askedScopes) && newer.scopes.include(scopes)
    }

    func token(of account: Account?, idToken: String?) -> AcquiredToken {
        AcquiredToken(
            accessToken: secret, tokenType: "Bearer", obtainedOn: cachedAt, expiresOn: expiresOn,
            extendedExpiresOn: extendedExpiresOn, refreshOn: refreshOn, scopes: scopes, realm: realm, account: account,
            idToken: idToken, source: .cache)
    }

    private static let specialFields = ["ext_cache_key", "ext", "requestedClaimsHash", "key_id", "kid", "keyid"]

    /// Whether the token was asked for with more than scopes, or is bound to a key: by the fields in which the
    /// libraries say so.
    private static func isSpecial(_ row: JSONObject) -> Bool {
        row.members.contains { specialFields.contains($0.name.literal) }
    }
}
