import OAuth
import World

/// Which file of the cache a token is kept in, so that a look-up reads one small file and unrelated apps never meet.
struct Partition {
    let fileName: String

    /// The app tokens of one client in one tenant, or at one issuer.
    ///
    /// The name tells what is inside: `app@login.microsoftonline.com@TENANT@CLIENT.json`. Rows are matched by their
    /// own fields all the same, so two names that met by chance would share a file and nothing else.
    init(appTokensOf request: TokenRequest) {
        let parts =
            switch request.provider {
            case .authority(let authority):
                [authority.server.hostAndPort, authority.tenant] + [authority.policy].compactMap(\.self)
            case .issuer(let issuer): [issuer.identifier]
            }
        let name = (["app"] + parts + [request.clientID]).map(Self.escape).joined(separator: "@")
        fileName = Self.fitting(name) + ".json"
    }

    /// Keeps letters, digits and `-._`; all else becomes `%XX`.
    private static func escape(_ text: String) -> String {
        FormEncoding.encode(text).map { $0 == "+" ? "%20" : $0 == "~" ? "%7E" : String($0) }.joined()
    }

    /// File systems take 255 bytes, and a temporary or damaged file's name is longer than the live one's.
    private static func fitting(_ name: String) -> String {
        guard name.utf8.count > 200 else { return name }
        return name.prefix(180) + "~" + String(FNV1a.hash(name.utf8), radix: 16)
    }
}
