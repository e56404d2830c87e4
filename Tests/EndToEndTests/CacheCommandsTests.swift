import Foundation
import Glibc
import TestSupport
import Testing

/// The commands that look after the cache, with real tokens in real files, and with all that may stand among them.
struct CacheCommandsTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl
    private let secrets: [String]

    private static let orders = "a2a2a2a2-0000-4000-8000-000000000001"

    /// Gets the token of an app, of a person, and one on that person's behalf.
    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
        let secret = ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret]
        let app = try await tokenctl.clientCredentials(
            sandbox.options() + ["--scope", sandbox.announcement.scope], environment: secret)
        let user = try await tokenctl.signIn(at: sandbox)
        let obo = try await tokenctl.run(
            [
                "obo", "--authority", sandbox.announcement.base, "--client-id", Self.orders, "--scope",
                "api://billing/Billing.Read",
            ], environment: secret, input: user.stdout)
        for run in [app, user, obo] { try #require(run.status == 0, "\(run.stderr)") }
        let tokens = [app, user, obo].map { $0.stdout.trimmingCharacters(in: .newlines) }
        secrets = try tokens + tokenctl.refreshTokens()
        try #require(secrets.count == 4)
    }

    private func cache(_ arguments: String...) async throws -> ProcessRun {
        try await tokenctl.run(["cache"] + arguments, timeLimit: 20)
    }

    private func path(_ name: String) -> String { tokenctl.configuration.location(of: "cache/\(name)") }

    private func name(_ kind: String) throws -> String {
        let names = try tokenctl.cacheFiles().keys.map { String($0.dropFirst("cache/".count)) }
        return try #require(names.first { $0.hasPrefix("\(kind)@") })
    }

    private func objects(_ run: ProcessRun) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: run.outputBytes) as? [[String: Any]])
    }

    /// What `cache verify` finds: the problems by file.
    private func problems(_ options: String...) async throws -> [String: String] {
        struct Report: Decodable {
            struct Problem: Decodable {
                let file: String
                let problem: String
            }
            let ok: Bool
            let problems: [Problem]
        }
        let run = try await tokenctl.run(["cache", "verify", "-o", "json"] + options)
        let report = try JSONDecoder().decode(Report.self, from: run.outputBytes)
        #expect(run.status == (report.ok ? 0 : 30))
        return Dictionary(report.problems.map { ($0.file, $0.problem) }) { "\($0); \($1)" }
    }

    /// Makes all access tokens of a file old.
    private func expire(_ kind: String) throws {
        let url = URL(filePath: path(try name(kind)))
        let text = try String(contentsOf: url, encoding: .utf8)
        let handle = try FileHandle(forWritingTo: url)
        try handle.truncate(atOffset: 0)
        try handle.write(
            contentsOf: Data(text.replacing(/"expires_on":"\d+"/, with: "\"expires_on\":\"1000000000\"").utf8))
    }

    @Test func `list and show say what there is, and no secret`() async throws {
        let list = try await cache("list")
        #expect(list.status == 0)
        #expect(list.stderr.isEmpty)
        let lines = list.stdout.split(separator: "\n")
        #expect(lines.count == 1 + 5, "\(list.stdout)")
        #expect(lines.count { $0.contains("in 59 min") } == 3, "\(list.stdout)")
        let json = try await cache("list", "-o", "json")
        #expect(
            try objects(json).compactMap { $0["kind"] as? String }.sorted()
                == ["access_token", "access_token", "access_token", "id_token", "refresh_token"])
        let person = try await cache("list", "--account", "alice@contoso.example", "-o", "json")
        #expect(try objects(person).count == 4)
        let show = try await cache("show")
        #expect(show.status == 0)
        let shown = try objects(show).compactMap { ($0["row"] as? [String: Any])?["secret"] as? String }
        #expect(shown.count == 5)
        #expect(shown.allSatisfy { $0.wholeMatch(of: /sha256:[0-9a-f]{12}/) != nil }, "\(shown)")
        for run in [list, json, show] {
            for secret in secrets {
                #expect(!run.stdout.contains(secret))
                #expect(!run.stdout.contains(secret.split(separator: ".").last ?? ""), "a signature is shown")
            }
        }
        let revealed = try await cache("show", "--reveal")
        #expect(revealed.status == 64)
        #expect(revealed.stdout.isEmpty)
    }

    @Test func `what is good is in order, and pruning leaves it`() async throws {
        let before = try tokenctl.files()
        #expect(try await problems() == [:])
        #expect(try await cache("prune").status == 0)
        #expect(try tokenctl.files() == before)
    }

    @Test func `pruning takes what has expired, and a person's refresh token still works`() async throws {
        for kind in ["app", "user", "obo"] { try expire(kind) }
        let before = try tokenctl.files()
        let trial = try await cache("prune", "--dry-run")
        #expect(trial.stdout.split(separator: "\n").count == 3, "\(trial.stdout)")
        #expect(try tokenctl.files() == before)
        let run = try await cache("prune")
        #expect(run.status == 0)
        #expect(run.stdout.isEmpty && run.stderr.isEmpty)
        #expect(try tokenctl.cacheFiles().count == 2)
        #expect(try await problems() == [:])
        let token = try await tokenctl.run(["get"] + sandbox.personOptions() + ["-o", "json"])
        #expect(try TokenReport(token).source == "refresh", "\(token.stderr)")
    }

    @Test func `verify names everything that is wrong, changes nothing and never hangs`() async throws {
        #expect(unsafe chmod(path(try name("app")), 0o644) == 0)
        #expect(unsafe chmod(path(""), 0o755) == 0)
        #expect(unsafe symlink("/etc/passwd", path("link.json")) == 0)
        #expect(unsafe mkfifo(path("pipe.json"), 0o600) == 0)
        #expect(unsafe mkdir(path("folder.json"), 0o700) == 0)
        try tokenctl.configuration.write(Data("{".utf8), to: "cache/damaged.json")
        #expect(unsafe truncate(path("damaged.json"), 1) == 0)
        try tokenctl.configuration.write(Data(), to: "cache/large.json")
        #expect(unsafe truncate(path("large.json"), 100 << 20) == 0)
        for name in ["damaged.json", "large.json"] { #expect(unsafe chmod(path(name), 0o600) == 0) }
        let files = try tokenctl.cacheFiles().keys.sorted()
        let found = try await problems()
        let words = [
            "": "its mode is 755", "/\(try name("app"))": "its mode is 644", "/link.json": "symbolic link",
            "/pipe.json": "pipe", "/folder.json": "folder", "/damaged.json": "damaged", "/large.json": "100 MiB",
        ]
        for (name, words) in words {
            #expect(found["cache\(name)"]?.contains(words) == true, "\(name): \(found)")
        }
        #expect(found.count == words.count)
        #expect(try tokenctl.cacheFiles().keys.sorted() == files)
        var status = stat()
        #expect(unsafe stat(path(""), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o755)
        let text = try await cache("verify")
        #expect(text.status == 30)
        #expect(text.stdout.isEmpty)
        #expect(text.stderr.contains("tokenctl: cache/link.json: is a symbolic link\n"), "\(text.stderr)")

        let list = try await cache("list")
        #expect(list.status == 0)
        #expect(list.stdout.split(separator: "\n").count == 6)
        for name in ["link.json", "pipe.json", "folder.json", "damaged.json", "large.json"] {
            #expect(list.stderr.contains(name), "\(list.stderr)")
        }
        #expect(try await cache("prune").status == 0)
        let clear = try await cache("clear", "--yes")
        #expect(clear.status == 0, "\(clear.stderr)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: path("")) == ["folder.json"])
        #expect(FileManager.default.fileExists(atPath: "/etc/passwd"))
    }

    @Test(.requires(PythonJudge.requirement))
    func `whatever stops msal for Python is found by verify`() async throws {
        let person = path(try name("user"))
        let folder = try TemporaryFolder()
        #expect(unsafe mkdir(folder.location(of: "cache"), 0o700) == 0)
        let msal = try await PythonJudge.run(
            "msal_odd_rows.py", ["cache": person, "folder": folder.location(of: "cache")])
        try #require(msal.status == 0, "\(msal.stderr)")
        let deaths = try JSONDecoder().decode([String: String?].self, from: msal.outputBytes)
        #expect(deaths.values.count { $0 != nil } > 40)
        let found = try await problems("--config-dir", folder.path)
        for (name, death) in deaths where death != nil {
            #expect(found["cache/\(name)"] != nil, "\(death ?? ""): \(name)")
        }
        #expect(found.count < deaths.count, "what is good is not named")
    }

    @Test func `a linked folder is a problem, and nothing behind it is touched`() async throws {
        let real = tokenctl.configuration.location(of: "real")
        #expect(unsafe rename(path(""), real) == 0)
        #expect(unsafe symlink(real, tokenctl.configuration.location(of: "cache")) == 0)
        let before = try FileManager.default.contentsOfDirectory(atPath: real).sorted()
        #expect(try await problems() == ["cache": "is a symbolic link"])
        for (arguments, status) in [(["list"], 66), (["show"], 66), (["prune"], 74), (["clear", "--yes"], 74)] {
            let run = try await tokenctl.run(["cache"] + arguments)
            #expect(run.status == Int32(status), "\(arguments): \(run.stderr)")
            #expect(run.stdout.isEmpty)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: real).sorted() == before)
    }

    @Test func `clear wants a word, and then takes all away`() async throws {
        let refused = try await cache("clear")
        #expect(refused.status == 64)
        #expect(try tokenctl.cacheFiles().count == 4)
        #expect(try await cache("clear", "--yes", "--client-id", sandbox.announcement.clientID).status == 0)
        #expect(try tokenctl.cacheFiles().count == 3)
        #expect(try await cache("clear", "--yes").status == 0)
        #expect(try tokenctl.files().isEmpty)
        #expect(try await cache("list").stdout.isEmpty)
        #expect(try await cache("list", "-o", "json").stdout == "[]\n")
    }

    @Test(.requires(Terminal.requirement))
    func `a person is asked, and sees secrets only when wanted`() async throws {
        let user = try await Terminal(
            columns: 300, of: tokenctl,
            "tokenctl cache show --reveal --account alice@contoso.example; "
                + "tokenctl cache clear")
        _ = try await user.shows(/(Remove 5 tokens of 1 account\?) \[y\/N\]/)
        #expect(try await user.lines.contains { line in secrets.contains { line.contains($0) } })
        try await user.type("y")
        try await user.press("Enter")
        #expect(try await user.shows(/^status=(.*)/) == "0")
        #expect(try tokenctl.files().isEmpty)
    }
}
