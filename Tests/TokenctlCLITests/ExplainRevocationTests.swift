import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

/// `explain --revocation`: what takes a token away, and how long it lasts.
struct ExplainRevocationTests {
    private static let events = [
        "password_expires", "password_changed_by_user", "self_service_password_reset", "admin_resets_password",
        "user_revokes_refresh_tokens", "admin_revokes_all_refresh_tokens", "single_sign_out",
    ]

    /// The table of Microsoft's description, a row for each event: what is revoked.
    private static let revoked: [String: [String]] = [
        "password_cookie": Array(events[1...]), "password_token": Array(events[1..<6]),
        "non_password_cookie": Array(events[4...]), "non_password_token": Array(events[4..<6]),
        "confidential_client_token": Array(events[4..<6]),
    ]

    private func expectTable(_ json: JSON, of kinds: [String]) throws {
        #expect(json["candidates"]?.arrayValue?.compactMap(\.stringValue) == kinds)
        let rows = try #require(json["events"]?.arrayValue)
        #expect(rows.compactMap { $0["event"]?.stringValue } == Self.events)
        for row in rows {
            let event = try #require(row["event"]?.stringValue)
            #expect(row.objectValue?.members.count == kinds.count + 1)
            for kind in kinds {
                let expected = Self.revoked[kind]?.contains(event) == true ? "revoked" : "active"
                #expect(row[kind]?.stringValue == expected, "\(kind) \(event)")
            }
        }
    }

    @Test(
        arguments: [
            (#""ver":"1.0","azpacr":"0","amr":["pwd","mfa"]"#, ["password_token"]),
            (#""ver":"1.0","azpacr":"0","amr":["wia"]"#, ["non_password_token"]),
            (#""azpacr":"0""#, ["password_token", "non_password_token"]),
            (#""azpacr":"1""#, ["confidential_client_token"]),
            (#""azpacr":"2","amr":["pwd"]"#, ["confidential_client_token"]),
            (#""azpacr":null,"amr":["pwd"]"#, ["password_token", "confidential_client_token"]),
            (#""azpacr":null"#, ["password_token", "non_password_token", "confidential_client_token"]),
        ])
    func `the columns are those that the token can be of`(claims: String, kinds: [String]) throws {
        let run = ToolRun(["explain", "--revocation", "-o", "json", TestToken.user(#""scp":"a",\#(claims)"#)])
        let json = try JSON(parsing: run.stdout)
        try expectTable(json, of: kinds)
        #expect(json["kind"]?.stringValue == "user")
        #expect(
            json["lifetime"]?.compact == #"{"seconds":4500,"remaining":3500,"expires_at":"2026-09-21T15:11:40Z"}"#)
        #expect(json["continuous_access_evaluation"]?.boolValue == false)
    }

    @Test func `without a token the whole table is shown to whoever sits there`() throws {
        let terminal = RecordingTerminal(isTyped: true)
        let run = ToolRun(["explain", "--revocation", "-o", "json"], terminal: terminal)
        let json = try JSON(parsing: run.stdout)
        try expectTable(
            json,
            of: [
                "password_cookie", "password_token", "non_password_cookie", "non_password_token",
                "confidential_client_token",
            ])
        #expect(json["lifetime"] == .null && json["kind"] == .null && json["version"] == .null)
        let text = ToolRun(["explain", "--revocation"], terminal: RecordingTerminal(isTyped: true)).stdout
        let table = text.split(separator: "\n").prefix(9)
        #expect(table.last == "single sign-out on the web    revoked   active    revoked  active   active")
        for line in table { #expect(line.count <= 80, "\(line)") }
    }

    @Test func `where something is piped in, that is the token`() {
        let empty = ToolRun(["explain", "--revocation"], files: FakeFiles(input: ""))
        #expect(empty.status == .badData)
        let run = ToolRun(["explain", "--revocation"], files: FakeFiles(input: TestToken.version1))
        #expect(
            run.stdout.hasPrefix(
                "token: user's access token of version 1.0\nits kind: the user signed in without a password"))
    }

    @Test func `the token's own time and the usual ones are told`() {
        let text = ToolRun(["explain", "--revocation", TestToken.user()]).stdout
        #expect(
            text.contains("this token: it lasts 75 min altogether, and expires in 58 min, at 2026-09-21T15:11:40Z\n"))
        for fact in [
            "60 to 90 minutes", "75 on average", "20 to 28 hours", "90 days", "MaxInactiveTime", "5 days", "25 hours",
        ] {
            #expect(text.contains(fact), "\(fact)")
        }
        #expect(text.contains("stays good until it expires (exp), unless its API does continuous access evaluation"))
        #expect(!text.contains("an app's own token"))
        let old = ToolRun(["explain", "--revocation", TestToken.version1]).stdout
        #expect(
            old.contains("this token: it lasts 65 min altogether, and expired 8 years ago, at 2018-09-18T02:16:46Z\n"))
    }

    @Test func `an app's own token is a confidential client's, and has no refresh token`() {
        let text = ToolRun(["explain", "--revocation", TestToken.app()]).stdout
        #expect(text.contains("its kind: a confidential client's"))
        #expect(text.contains("an app's own token has no refresh token"))
    }

    @Test(arguments: [#""xms_cc":["cp1"]"#, #""exp":1790090000"#])
    func `an app that takes part in continuous access evaluation is told`(claim: String) throws {
        let token = TestToken.user(#""scp":"a",\#(claim)"#)
        let json = try JSON(parsing: ToolRun(["explain", "--revocation", "-o", "json", token]).stdout)
        #expect(json["continuous_access_evaluation"]?.boolValue == true)
        #expect(ToolRun(["explain", "--revocation", token]).stdout.contains("within minutes after a revocation"))
    }

    @Test(arguments: [#""exp":null"#, #""exp":1e400,"iat":-1"#, #""exp":1,"iat":9223372036854775807"#])
    func `absurd times do no harm`(claims: String) throws {
        let token = TestToken.with("{\(claims)}")
        #expect(ToolRun(["explain", "--revocation", token]).status == .ok)
        #expect(ToolRun(["explain", token]).status == .ok)
    }
}
