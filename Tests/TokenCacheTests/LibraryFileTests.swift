import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

/// What every MSAL library writes is understood: on its own file, and brought into the cache.
struct LibraryFileTests {
    private let clock = FakeClock(LibraryFile.time + 60)
    private let store = FakeStore()
    private let warnings = Remarks()

    private func user(_ host: String = "login.microsoftonline.com", name: String? = nil) throws -> TokenRequest {
        TokenRequest(
            provider: .authority(try Authority("https://\(host)", tenant: LibraryFile.tenant)),
            clientID: LibraryFile.client, scopes: Scopes("user.read"), subject: .user(name))
    }

    private func app(_ host: String = "login.microsoftonline.com") throws -> TokenRequest {
        TokenRequest(
            provider: .authority(try Authority("https://\(host)", tenant: LibraryFile.tenant)),
            clientID: LibraryFile.daemon, scopes: Scopes("https://graph.microsoft.com/.default"))
    }

    private func check(_ cache: any TokenRepository) throws {
        for host in ["login.microsoftonline.com", "login.windows.net", "sts.windows.net"] {
            let token = try #require(cache.token(for: try user(host, name: "user@contoso.com")))
            #expect(token.accessToken == "AT")
            #expect(token.expiresOn == LibraryFile.expiry)
            #expect(token.idToken == "IT")
            #expect(token.account?.username == "User@Contoso.com")
            #expect(cache.refreshToken(for: try user(host))?.secret.reveal() == "RT")
            #expect(cache.token(for: try app(host))?.accessToken == "APP")
        }
        #expect(cache.token(for: try user("login.microsoftonline.us")) == nil)
        #expect(cache.token(for: try app("login.partner.microsoftonline.cn")) == nil)
        #expect(warnings.lines.isEmpty)
    }

    @Test(arguments: LibraryFile.all) func `a library's own file is understood`(file: LibraryFile) throws {
        let shared = FakeSharedFile("cache.json", file.text)
        try check(MSALCache(file: shared, clock: clock) { [warnings] in warnings.add($0) })
    }

    private func `import`(_ texts: String..., isDry: Bool = false) throws -> CacheImport.Report {
        var work = CacheImport(into: store, clock: clock, at: nil) { [warnings] in warnings.add($0) }
        for text in texts { try work.add(Array(text.utf8), named: "the file") }
        return work.run(isDry: isDry)
    }

    private var cache: TokenCache { TokenCache(store: store, clock: clock) { [warnings] in warnings.add($0) } }

    @Test(arguments: LibraryFile.all) func `a library's file is imported`(file: LibraryFile) throws {
        _ = try `import`(file.text)
        try check(cache)
        #expect(cache.accounts(for: try user()).map(\.username) == ["User@Contoso.com"])
        let again = try `import`(file.text)
        #expect(again.taken == 0, "all of it is known")
    }

    @Test(arguments: LibraryFile.all) func `a dry import changes nothing`(file: LibraryFile) throws {
        #expect(try `import`(file.text, isDry: true).taken >= 5)
        #expect(store.files.isEmpty)
    }

    @Test func `one after another, the libraries' files give one row each`() throws {
        _ = try `import`(LibraryFile.dotNet.text, LibraryFile.node.text, LibraryFile.go.text, LibraryFile.python.text)
        let name = try #require(store.files.keys.first { $0.hasPrefix("user@") })
        let file = try JSON(parsing: try #require(store.files[name]))
        for section in ["AccessToken", "RefreshToken", "IdToken", "Account"] {
            #expect(file[section]?.objectValue?.members.count == 1, "\(section)")
        }
        try check(cache)
    }

    /// MSAL for Python misses an app's token without a home account, and fails at an expired ATExt.
    @Test(arguments: LibraryFile.all) func `what was imported is in the form of msal-python`(file: LibraryFile) throws {
        _ = try `import`(file.text)
        for (name, text) in store.files {
            for member in try JSON(parsing: text)["AccessToken"]?.objectValue?.members ?? [] {
                #expect(member.value["credential_type"]?.stringValue == "AccessToken")
                #expect(member.value["expires_on"]?.stringValue == String(LibraryFile.expiry))
                #expect(name.hasPrefix("user@") == (member.value["home_account_id"] != .null))
                #expect(member.name.value == member.name.value.lowercased())
            }
        }
        for row in store.files.values where row.contains("OBO") || row.contains("POP") || row.contains("FMI") {
            Issue.record("a token that is not anybody's: \(row)")
        }
    }

    @Test func `what has no place is named, with the reason`() throws {
        let report = try `import`(LibraryFile.dotNet.text)
        let reasons = report.leftOut.map { ($0.reason, $0.rows.count) }
        #expect(reasons.map(\.0) == [ImportedRow.Obstacle.onBehalf.rawValue, ImportedRow.Obstacle.special.rawValue])
        #expect(reasons.map(\.1) == [1, 2])
        let odd = try `import`(
            #"{"AccessToken":{"a":1,"b":{"credential_type":"AccessToken"}},"Account":{"c":{"home_account_id":"x","environment":"y"}},"RefreshToken":{"d":{}}}"#
        )
        #expect(
            odd.leftOut.map(\.rows) == [["AccessToken 'a'", "AccessToken 'b'", "RefreshToken 'd'"], ["Account 'c'"]])
        #expect(odd.taken == 0)
    }

    @Test func `an older row does not take a newer one's place`() throws {
        _ = try `import`(LibraryFile.python.text)
        let late = LibraryFile.python.text.replacing("\(LibraryFile.time)", with: "\(LibraryFile.time - 50)")
            .replacing(#""AT""#, with: #""AT0""#).replacing(#""RT""#, with: #""RT0""#).replacing(
                #""APP""#, with: #""APP0""#)
        #expect(try `import`(late).taken == 0)
        try check(cache)
        let newer = LibraryFile.python.text.replacing("\(LibraryFile.time)", with: "\(LibraryFile.time + 50)")
            .replacing(#""AT""#, with: #""AT1""#).replacing(#""RT""#, with: #""RT1""#)
        _ = try `import`(newer)
        #expect(cache.token(for: try user())?.accessToken == "AT1")
        #expect(cache.refreshToken(for: try user())?.secret.reveal() == "RT1")
    }

    @Test(arguments: ["", "x", "[]", #"{"AccessToken":[]}"#, #"{"access_token":"x"}"#])
    func `what is no cache is refused`(text: String) {
        #expect(throws: Failure(.badData, "")) { try `import`(LibraryFile.python.text, text) }
        #expect(store.files.isEmpty)
    }

    @Test(arguments: LibraryFile.all) func `what is exported is what was imported, in one file`(file: LibraryFile)
        throws
    {
        _ = try `import`(file.text)
        let export = CacheExport(of: store, clock: clock) { [warnings] in warnings.add($0) }
        let (text, tokens) = try export.content(clientID: nil, user: nil)
        #expect(tokens == 3)
        try check(MSALCache(file: FakeSharedFile("x", text), clock: clock) { [warnings] in warnings.add($0) })
        let sections = try #require(JSON(parsing: text).objectValue)
        #expect(sections.members.map { $0.value.objectValue?.members.count } == [2, 1, 1, 1, 1])
        for section in sections.members {
            for row in section.value.objectValue?.members ?? [] where section.name.value != "AppMetadata" {
                #expect(row.name.value == Self.pythonKey(row.value, of: section.name.value))
            }
        }
    }

    /// Reference 3.1.
    private static func pythonKey(_ row: JSON, of section: String) -> String {
        let text = { (name: String) in row[name]?.stringValue ?? "" }
        let start = [text("home_account_id"), text("environment")]
        let rest =
            switch section {
            case "Account": [text("realm")]
            case "RefreshToken": ["refreshtoken", text("client_id"), "", text("target")]
            default: [section.lowercased(), text("client_id"), text("realm"), text("target")]
            }
        return (start + rest).joined(separator: "-").lowercased()
    }

    @Test func `an export may be one app's or one person's`() throws {
        _ = try `import`(LibraryFile.python.text)
        let export = CacheExport(of: store, clock: clock) { _ in }
        let app = try JSON(parsing: export.content(clientID: LibraryFile.daemon, user: nil).text)
        #expect(app["AccessToken"]?.objectValue?.members.map { $0.value["secret"]?.stringValue } == ["APP"])
        #expect(app["RefreshToken"]?.objectValue?.members.isEmpty ?? true)
        #expect(app["Account"]?.objectValue?.members.isEmpty ?? true)
        let person = try JSON(parsing: export.content(clientID: nil, user: "USER@contoso.com").text)
        #expect(person["AccessToken"]?.objectValue?.members.map { $0.value["secret"]?.stringValue } == ["AT"])
        #expect(person["Account"]?.objectValue?.members.count == 1)
        #expect(try export.content(clientID: nil, user: "nobody").tokens == 0)
    }

    @Test func `fields and sections that nobody here knows pass through import and export`() throws {
        let text = LibraryFile.python.text.replacing(#""secret":"AT""#, with: #""secret":"AT","x_new":[1]"#)
        _ = try `import`(text)
        let name = try #require(store.files.keys.first { $0.hasPrefix("user@") })
        store.files[name]?.insert(
            contentsOf: #""Future":{"k":{"v":1}},"#, at: try #require(text.dropFirst().indices.first))
        let export = try CacheExport(of: store, clock: clock) { _ in }.content(clientID: nil, user: nil).text
        #expect(export.contains(#""x_new":[1]"#))
        #expect(export.contains(#""Future":{"k":{"v":1}}"#))
        #expect(export.contains("account_source"))
    }
}
