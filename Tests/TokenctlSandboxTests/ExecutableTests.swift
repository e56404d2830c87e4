import Foundation
import JOSE
import Testing

/// The executable, run as a process.
struct ExecutableTests {
    private static let statuses: [(command: [String], status: Int32)] = [
        (["sh", "-c", "exit 7"], 7), (["true"], 0), (["sh", "-c", "kill -9 $$"], 137), (["no-such-command"], 127),
        (["/etc/passwd"], 126),
    ]

    @Test(arguments: statuses)
    func `a command's status is the sandbox's`(command: [String], status: Int32) throws {
        #expect(try Run(["--"] + command).wait().status == status)
    }

    @Test func `a command gets a token with what is in its environment`() throws {
        let script = #"""
            test -d "$TOKENCTL_CONFIG_DIR" && command -v tokenctl-sandbox >/dev/null && printf '%s\n' "$0" &&
            curl -sf "$TOKENCTL_AUTHORITY/$TOKENCTL_TENANT/oauth2/v2.0/token" -d grant_type=client_credentials \
              --data-urlencode "client_id=$TOKENCTL_CLIENT_ID" --data-urlencode "scope=$TOKENCTL_SCOPE" \
              --data-urlencode "client_secret=$TOKENCTL_CLIENT_SECRET"
            """#
        let (status, output) = try Run(["--", "sh", "-c", script, "first"]).wait()
        #expect(status == 0)
        let lines = output.split(separator: "\n")
        #expect(lines.first == "first")
        #expect(try JSON(parsing: String(try #require(lines.last)))["access_token"] != nil)
    }

    @Test func `sub-commands approve a device code and play the browser`() throws {
        let script = #"""
            base=$TOKENCTL_AUTHORITY client=$TOKENCTL_SANDBOX_PUBLIC_CLIENT_ID
            native=https%3A%2F%2Flogin.microsoftonline.com%2Fcommon%2Foauth2%2Fnativeclient
            code() { curl -s "$base/common/oauth2/v2.0/devicecode" -d "client_id=$client&scope=openid" |
              sed 's/.*"user_code":"\([A-Z0-9]*\)".*/\1/'; }
            tokenctl-sandbox approve "$(code)" && tokenctl-sandbox decline "$(code)" --user bob --base "$base/common" &&
            ! tokenctl-sandbox approve WRONG 2>/dev/null && ! tokenctl-sandbox approve "$(code)" --user locked 2>/dev/null &&
            url="$base/common/oauth2/v2.0/authorize?client_id=$client&response_type=code&scope=openid&redirect_uri=$native" &&
            url="$url&code_challenge=0123456789012345678901234567890123456789012&code_challenge_method=S256" &&
            tokenctl-sandbox authorize "$url" --user mfa && tokenctl-sandbox authorize "$url" --decline &&
            ! tokenctl-sandbox authorize "$url" --user expired 2>/dev/null
            """#
        let (status, output) = try Run(["--", "sh", "-c", script]).wait()
        #expect(status == 0)
        let lines = output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("?code=") == true)
        #expect(lines.last?.contains("?error=access_denied&") == true)
    }

    @Test func `people are announced, whose passwords work`() throws {
        let script = #"""
            curl -sf "$TOKENCTL_AUTHORITY/$TOKENCTL_TENANT/oauth2/v2.0/token" -d grant_type=password -d scope=User.Read \
              -d "client_id=$TOKENCTL_SANDBOX_PUBLIC_CLIENT_ID" -d "username=$TOKENCTL_SANDBOX_USERNAME" \
              -d "password=$TOKENCTL_SANDBOX_PASSWORD"
            """#
        let (status, output) = try Run(["--", "sh", "-c", script]).wait()
        #expect(status == 0)
        #expect(try JSON(parsing: output)["access_token"] != nil)

        let run = try Run([])
        let announced = try run.readLine()
        kill(run.process.processIdentifier, SIGTERM)
        _ = try run.wait()
        #expect(announced["public_client_id"]?.stringValue == "a1a1a1a1-0000-4000-8000-000000000004")
        let mfa = try #require(announced["users"]?["mfa"])
        #expect(mfa["username"]?.stringValue == "mfa@contoso.example")
        #expect(mfa["password"]?.stringValue == "mfa-password")
        let names = announced["users"]?.objectValue?.members.map(\.name.value)
        #expect(names == ["alice", "bob", "mfa", "expired", "locked", "disabled", "noconsent"])
    }

    @Test func `what a chain of APIs needs is announced, and an option makes the first answer wrong`() throws {
        let script = #"""
            ask() { curl -s -o /dev/null -w '%{http_code} ' \
              "$TOKENCTL_AUTHORITY/$TOKENCTL_TENANT/oauth2/v2.0/token" -d grant_type=client_credentials \
              -d "client_id=$TOKENCTL_SANDBOX_API_CLIENT_ID" --data-urlencode "scope=https://graph.microsoft.com/.default" \
              --data-urlencode "client_secret=$TOKENCTL_CLIENT_SECRET"; }
            ask; ask; ask
            """#
        let (status, output) = try Run(["--fault", "503", "--fault", "429:1", "--", "sh", "-c", script]).wait()
        #expect(status == 0)
        #expect(output == "503 429 200 ")
        #expect(try Run(["--fault", "magic", "--", "true"]).wait().status == 64)

        let run = try Run([])
        let announced = try run.readLine()
        kill(run.process.processIdentifier, SIGTERM)
        _ = try run.wait()
        #expect(announced["apps"]?["orders"]?.stringValue == "a2a2a2a2-0000-4000-8000-000000000001")
        #expect(announced["apps"]?["billing"]?.stringValue == "a2a2a2a2-0000-4000-8000-000000000002")
        #expect(announced["user_scopes"]?["payroll"]?.stringValue == "api://payroll/Payroll.Read")
        #expect(announced["user_scopes"]?["billing"]?.stringValue == "api://billing/Billing.Read")
        #expect(
            announced["environment"]?["TOKENCTL_SANDBOX_API_CLIENT_ID"]?.stringValue
                == "a2a2a2a2-0000-4000-8000-000000000001")
    }

    private static let signals: [(signal: Int32, status: Int32)] = [(SIGTERM, 143), (SIGINT, 130)]

    @Test(arguments: signals)
    func `a signal ends it, and its folder goes`(signal: Int32, status: Int32) throws {
        let run = try Run([])
        let announced = try run.readLine()
        let directory = try #require(announced["directory"]?.stringValue)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        #expect(
            files == [
                "config", "daemon-ec.pem", "daemon-ec384.pem", "daemon.crt", "daemon.pem", "expired.pem", "secret",
            ])
        #expect(try Self.mode(directory) == 0o700)
        for file in files where file != "config" { #expect(try Self.mode(directory + "/" + file) == 0o600) }
        let secret = try String(contentsOfFile: directory + "/secret", encoding: .utf8)
        #expect(secret == (announced["client_secret"]?.stringValue ?? "") + "\n")
        #expect(announced["pid"] == .integer(Int(run.process.processIdentifier)))

        kill(run.process.processIdentifier, signal)
        #expect(try run.wait().status == status)
        #expect(!FileManager.default.fileExists(atPath: directory))
    }

    @Test func `a signal reaches the command, whose status is returned`() throws {
        let run = try Run(["--", "sh", "-c", "trap 'exit 9' TERM; echo ready; while :; do sleep 0.1; done"])
        _ = try run.firstLine()
        kill(run.process.processIdentifier, SIGTERM)
        #expect(try run.wait().status == 9)
    }

    @Test func `a folder that is open to others and not empty is refused`() throws {
        let folder = NSTemporaryDirectory() + "sandbox-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder + "/inner", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try Run(["--directory", folder, "--", "true"]).wait().status != 0)
        #expect(try Run(["--directory", folder + "/inner", "--", "true"]).wait().status == 0)
        #expect(try Self.mode(folder + "/inner") == 0o700)
        #expect(FileManager.default.fileExists(atPath: folder + "/inner/daemon.pem"))
    }

    private static func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }
}

/// A run of `tokenctl-sandbox`, which lies beside the tests.
private struct Run {
    let process = Process()
    private let output = Pipe()

    init(_ arguments: [String]) throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent()
            .appendingPathComponent("tokenctl-sandbox")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Everything that was written, once it has ended.
    func wait() throws -> (status: Int32, output: String) {
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    func firstLine() throws -> String {
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        return String(decoding: line, as: UTF8.self)
    }

    func readLine() throws -> JSON { try JSON(parsing: try firstLine()) }
}
