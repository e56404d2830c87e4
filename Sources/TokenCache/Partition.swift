import OAuth
import World

/// Which file of the cache a token is kept in, so that a look-up reads one small file and unrelated apps never meet.
///
/// The names tell what is inside: `app@login.microsoftonline.com@TENANT@CLIENT.json`. Rows are matched by their own
/// fields all the same, so two names that met by chance would share a file and nothing else.
struct Partition {
    let fileName: String

    /// The app tokens of one client in one tenant, or at one issuer.
    static func appTokens(of request: TokenRequest) -> Partition {
        Partition([Kind.app] + place(request.provider, withTenant: true) + [request.clientID])
    }

    /// The words that names begin with.
    enum Kind {
        static let app = "app"
        static let user = "user"
        static let accounts = "accounts"
        static let onBehalf = "obo"
    }

    /// All that was got for one assertion, or in one session, so that looking one up costs the same among thousands.
    static func onBehalf(_ key: OnBehalfKey, of request: TokenRequest) -> Partition {
        let text =
            switch key {
            case .assertion(let assertion): "assertion " + assertion.reveal()
            case .session(let name, _): "session " + name
            }
        let hash = String(FNV1a.hash(text.utf8), radix: 16)
        return Partition([Kind.onBehalf] + place(request.provider, withTenant: true) + [request.clientID, hash])
    }

    /// Everything of one person with one client, in all tenants.
    static func user(_ homeAccountID: String, of request: TokenRequest) -> Partition {
        Partition([Kind.user] + place(request.provider) + [request.clientID, homeAccountID])
    }

    /// Who has signed in to one client: a small index, so that a person's token is found without a look at all files.
    static func accounts(of request: TokenRequest) -> Partition {
        Partition([Kind.accounts] + place(request.provider) + [request.clientID])
    }

    /// A file by its name.
    init(fileName: String) { self.fileName = fileName }

    init(_ parts: [String]) { fileName = Self.fitting(parts.map(Self.escape).joined(separator: "@")) + ".json" }

    /// - Parameter withTenant: a person's tokens of all tenants are kept together, an app's are not.
    static func place(_ provider: Provider, withTenant: Bool = false) -> [String] {
        switch provider {
        case .authority(let authority):
            // What Entra and AD FS on one host give out is of no use to the other: `adfs` stands where a tenant does.
            [KnownHosts.canonical(authority.server.hostAndPort)]
                + (withTenant || authority.isADFS ? [authority.tenant] : [])
                + [authority.policy ?? (authority.kind == .dsts ? "dstsv2" : nil)].compactMap(\.self)
        case .issuer(let issuer): [issuer.identifier]
        }
    }

    /// Keeps letters, digits and `-._`; all else becomes `%XX`.
    static func escape(_ text: String) -> String {
        FormEncoding.encode(text).map { $0 == "+" ? "%20" : $0 == "~" ? "%7E" : String($0) }.joined()
    }

    /// File systems take 255 bytes, and a temporary or damaged file's name is longer than the live one's.
    private static func fitting(_ name: String) -> String {
        guard name.utf8.count > 200 else { return name }
        return name.prefix(180) + "~" + String(FNV1a.hash(name.utf8), radix: 16)
    }
}
