import FakeWorld
import JOSE
import OAuth
import World

@testable import TokenCache

/// A cache with the tokens of an app, of people who signed in, and of someone on whose behalf was asked.
struct CacheFixture {
    static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    static let app = "11112222-bbbb-3333-cccc-4444dddd5555"
    static let desktop = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"
    static let ann = Account(
        homeAccountID: "ann.\(tenant)", localAccountID: "ann", username: "ann@contoso.com", realm: tenant)
    static let host = "login.microsoftonline.com"
    static let appFile = "app@\(host)@\(tenant)@\(app).json"
    static let userFile = "user@\(host)@\(desktop)@ann.\(tenant).json"
    static let index = "accounts@\(host)@\(desktop).json"

    let clock = FakeClock()
    let store = FakeStore()
    let keys = FakeStore(directory: "/config/keys")
    let warnings = Remarks()

    var cache: TokenCache { TokenCache(store: store, clock: clock) { [warnings] in warnings.add($0) } }

    func request(
        _ subject: Subject = .app, client: String? = nil, scopes: String = "api://orders/Read", issuer: String? = nil
    ) throws -> TokenRequest {
        let authority = Provider.authority(try Authority("https://\(Self.host)", tenant: Self.tenant))
        let isApp = if case .user = subject { false } else { true }
        return TokenRequest(
            provider: try issuer.map { .issuer(try Issuer($0)) } ?? authority,
            clientID: client ?? (isApp ? Self.app : Self.desktop), scopes: Scopes(scopes), subject: subject)
    }

    func token(
        _ secret: String, expiresIn: Int = 3600, of account: Account? = nil, refreshToken: String? = nil,
        scopes: String = "api://orders/Read"
    ) -> AcquiredToken {
        AcquiredToken(
            accessToken: secret, tokenType: "Bearer", obtainedOn: clock.now, expiresOn: clock.now + expiresIn,
            extendedExpiresOn: clock.now + expiresIn, refreshOn: nil, scopes: Scopes(scopes), realm: Self.tenant,
            account: account, idToken: account.map { _ in "\(secret)-id" }, refreshToken: refreshToken,
            source: .network)
    }

    /// An app's token for an hour.
    func saveAppToken(_ secret: String = "app-at", expiresIn: Int = 3600) throws {
        cache.save(token(secret, expiresIn: expiresIn), for: try request())
    }

    /// Ann's tokens for an hour.
    func saveAnnsTokens(refreshToken: String? = "ann-rt", expiresIn: Int = 3600, client: String? = nil) throws {
        cache.save(
            token("ann-at", expiresIn: expiresIn, of: Self.ann, refreshToken: refreshToken),
            for: try request(.user(nil), client: client))
    }

    /// A token on Ann's behalf.
    func saveOnBehalfToken(_ number: Int = 1, refreshToken: String? = nil, expiresIn: Int = 3600) throws {
        let key = OnBehalfKey.assertion(Secret("e30.e30.c2lnbmF0dXJl\(number)"))
        cache.save(
            token("obo-at", expiresIn: expiresIn, of: Self.ann, refreshToken: refreshToken),
            for: try request(.onBehalf(key)))
    }

    func inventory() throws -> [CachedRow] {
        try CacheInventory(of: store, clock: clock) { [warnings] in warnings.add($0) }.rows
    }

    /// "FILE: WORDS", what pruning took out.
    func prune(isTrial: Bool = false) throws -> [String] {
        var pruner = CachePruner(of: store, keys: keys, clock: clock, isTrial: isTrial) { [warnings] in
            warnings.add($0)
        }
        return try pruner.prune().removals.map { "\($0.fileName): \($0.words)" }
    }

    func problems() -> [CacheProblem] { CacheVerifier(of: store, keys: keys).problems() }

    func eraser() -> CacheEraser {
        CacheEraser(of: store, keys: keys, clock: clock) { [warnings] in warnings.add($0) }
    }

    /// Changes the text of a file, as another program might.
    func edit(_ name: String, _ old: String, _ new: String) { store.files[name]?.replace(old, with: new) }
}
