import FakeWorld
import OAuth
import TokenCache
import World

/// A configuration folder with the tokens of an app and of Ann, who signed in to another one.
struct CachedTokens {
    static let desktop = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"
    static let home = "ann.\(Contoso.tenant)"

    let cache = FakeStore(directory: "/home/u/.config/tokenctl/cache")
    let keys = FakeStore(directory: "/home/u/.config/tokenctl/keys")
    let clock = FakeClock()

    init() throws {
        let provider = Provider.authority(
            try Authority("https://login.microsoftonline.com", tenant: Contoso.tenant))
        let account = Account(
            homeAccountID: Self.home, localAccountID: "ann", username: "ann@contoso.com", realm: Contoso.tenant)
        for (client, subject, name) in [(Contoso.app, Subject.app, "app"), (Self.desktop, .user(nil), "ann")] {
            let isApp = name == "app"
            let token = AcquiredToken(
                accessToken: "\(name)-s3cret-at", tokenType: "Bearer", obtainedOn: clock.now,
                expiresOn: clock.now + (isApp ? 3600 : 1800), extendedExpiresOn: clock.now + 3600,
                refreshOn: isApp ? nil : clock.now + 900, scopes: Scopes("api://orders/Read"), realm: Contoso.tenant,
                account: isApp ? nil : account, idToken: isApp ? nil : "ann-s3cret-it",
                refreshToken: isApp ? nil : "ann-s3cret-rt", source: .network)
            TokenCache(store: cache, clock: clock) { _ in }.save(
                token,
                for: TokenRequest(
                    provider: provider, clientID: client, scopes: Scopes("api://orders/Read"), subject: subject))
        }
    }

    /// Runs `tokenctl cache`.
    func run(_ arguments: String..., terminal: RecordingTerminal = RecordingTerminal(), isReport: Bool = false)
        -> ToolRun
    {
        let files = FakeFiles(stores: [cache.directory: cache, keys.directory: keys])
        return ToolRun(
            ["cache"] + arguments, environment: ["HOME": "/home/u"], printsOnFailure: isReport, files: files,
            clock: clock, terminal: terminal)
    }
}
