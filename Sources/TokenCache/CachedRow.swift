package import JOSE
package import OAuth

/// A row of the cache as those see it who look after it: whichever library wrote it, with what can be read of it.
package struct CachedRow: Sendable {
    package let fileName: String
    /// nil for a file that this program did not name.
    package let partition: PartitionName.Kind?
    package let section: CacheSection
    /// All that is in it; secrets as they are.
    package let row: JSONObject
    /// nil for accounts: they are of all the apps that share a file.
    package let clientID: String?
    /// The provider's issuer identifier, or where it is Entra-like its place: `HOST`, `HOST:PORT/POLICY`.
    package let provider: String
    /// The tenant; nil for other providers, and for refresh tokens, which are good for all tenants.
    package let tenant: String?
    /// nil for an app's own token.
    package let homeAccountID: String?
    /// nil where no account row tells it.
    package let username: String?
    package let scopes: Scopes
    /// Whether the secret is a SAML assertion.
    package let isSAML: Bool
    /// Times are in seconds since 1970; nil where the row does not tell.
    package let cachedOn: Int?
    package let expiresOn: Int?
    package let refreshOn: Int?

    /// nil for a row without what the section's rows must have.
    ///
    /// - Parameters:
    ///   - issuer: of which provider the rows of that host and app are, where those of access tokens tell.
    ///   - username: whose rows those of a home account are.
    init?(
        _ value: JSON, in section: CacheSection, of fileName: String, issuer: (String) -> String?,
        username: (String) -> String?
    ) {
        guard let row = value.objectValue, let environment = row["environment"]?.stringValue else { return nil }
        let clientID = row["client_id"]?.stringValue
        let home = row["home_account_id"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        guard section.hasSecrets ? clientID != nil && row["secret"]?.stringValue?.isEmpty == false : home != nil else {
            return nil
        }
        self.fileName = fileName
        let name = PartitionName(fileName)
        partition = name.kind
        self.section = section
        self.row = row
        self.clientID = clientID
        let issuer = row["issuer"]?.stringValue ?? issuer(Self.origin(environment: environment, clientID: clientID))
        provider = issuer ?? name.place ?? environment
        tenant = issuer == nil ? row["realm"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 } : nil
        homeAccountID = home
        self.username = home.flatMap(username)
        scopes = Scopes(row["target"]?.stringValue ?? "")
        isSAML = row["requested_token_type"]?.stringValue.flatMap(RequestedTokenType.init)?.isSAML ?? false
        cachedOn = CachedTime.seconds(row["cached_at"] ?? row["last_modification_time"])
        expiresOn = section == .accessToken ? CachedTime.seconds(row["expires_on"]) : nil
        refreshOn = CachedTime.seconds(row["refresh_on"])
    }

    /// Which provider's app a row is of, as far as rows of all sections tell.
    static func origin(environment: String, clientID: String?) -> String { "\(environment) \(clientID ?? "")" }

    /// Whether an access token is of no more use.
    package func isExpired(at now: Int) -> Bool { expiresOn.map { $0 <= now } ?? false }

    /// Whether a user means the row's account by this, a user name or a home account id.
    package func isOf(account name: String) -> Bool {
        [username, homeAccountID].contains { $0?.lowercased() == name.lowercased() }
    }
}
