import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct CacheShowCommandTests {
    private let tokens: CachedTokens

    init() throws { tokens = try CachedTokens() }

    private func rows(_ run: ToolRun) throws -> [JSON] { try #require(try JSON(parsing: run.stdout).arrayValue) }

    /// `printf app-s3cret-at | sha256sum`.
    private static let fingerprint = "sha256:5d740baf4cdb"

    @Test func `rows are whole, with fingerprints in place of secrets`() throws {
        let run = tokens.run("show", "--client-id", Contoso.app)
        let shown = try rows(run)
        #expect(shown.count == 1)
        #expect(shown[0]["file"]?.stringValue == Contoso.cacheFile)
        #expect(shown[0]["section"]?.stringValue == "AccessToken")
        #expect(shown[0]["row"]?["secret"]?.stringValue == Self.fingerprint)
        #expect(shown[0]["row"]?["expires_on"]?.stringValue == "1790003600")
        #expect(shown[0]["row"]?["home_account_id"] == .null)
    }

    @Test func `accounts are shown, too`() throws {
        let shown = try rows(tokens.run("show", "--account", "ann@contoso.com"))
        #expect(
            shown.compactMap { $0["section"]?.stringValue }.sorted()
                == ["AccessToken", "Account", "Account", "IdToken", "RefreshToken"])
    }

    @Test func `what a token is found by, and secrets of other programs, are masked`() throws {
        tokens.cache.files = [
            "x.json": """
            {"AccessToken":{"key-s3cret":{"credential_type":"AccessToken","secret":"s3cret","environment":"e",\
            "client_id":"c","expires_on":"1","assertion_signature":"sig-s3cret","session_key":"name-s3cret",\
            "client_info":{"a":"b-s3cret"},"note":"Bearer s3cret","user_assertion_hash":"h"}}}
            """
        ]
        let run = tokens.run("show")
        #expect(!run.stdout.contains("s3cret"), "\(run.stdout)")
        let row = try #require(try rows(run).first?["row"])
        #expect(row["user_assertion_hash"]?.stringValue == "h")
        #expect(row["note"]?.stringValue == "Bearer \(row["secret"]?.stringValue ?? "")")
        for name in ["assertion_signature", "session_key", "client_info"] {
            #expect(row[name]?.stringValue?.hasPrefix("sha256:") == true)
        }
    }

    @Test func `secrets are shown on a terminal only`() throws {
        let refused = tokens.run("show", "--reveal", terminal: RecordingTerminal(isWatched: true, answer: "y"))
        #expect(refused.status == .usage)
        #expect(refused.stderr.contains { $0.contains("tokenctl cache export") })
        #expect(!refused.allText.contains("s3cret"))
        let shown = tokens.run("show", "--reveal", terminal: RecordingTerminal(isShown: true))
        #expect(shown.status == .ok)
        for secret in ["app-s3cret-at", "ann-s3cret-at", "ann-s3cret-rt", "ann-s3cret-it"] {
            #expect(shown.stdout.contains(secret))
        }
    }

    @Test func `an empty cache is an empty array`() {
        tokens.cache.files = [:]
        #expect(tokens.run("show").stdout == "[]\n")
    }
}
