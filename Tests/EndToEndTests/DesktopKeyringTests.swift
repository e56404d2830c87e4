import Foundation
import TestSupport
import Testing

/// The key of an encrypted cache in a real secret service: GNOME's, without a desktop.
@Suite(
    .requires(.tool("secret-tool", package: "libsecret-tools")),
    .requires(.tool("gnome-keyring-daemon", package: "gnome-keyring")),
    .requires(.tool("dbus-run-session", package: "dbus-daemon")))
struct DesktopKeyringTests {
    /// Unlocks a new keyring, encrypts, looks what was stored, caches and finds a token, decrypts.
    private static let session = """
        set -e
        printf pw | gnome-keyring-daemon --unlock --components=secrets > "$HOME/daemon" 2>&1
        "$TOKENCTL" cache encrypt --key secret-service
        export TOKENCTL_CACHE_KEY=secret-service
        secret-tool search service tokenctl > "$HOME/found" 2>&1
        "$TOKENCTL" client-credentials "$@"
        "$TOKENCTL" client-credentials "$@"
        cp -r "$TOKENCTL_CONFIG_DIR/cache" "$HOME/sealed"
        "$TOKENCTL" cache decrypt
        """

    @Test func `the key is made there, and opens the cache`() async throws {
        let tokenctl = try Tokenctl()
        let sandbox = try await Sandbox()
        let home = try TemporaryFolder()
        let variables = tokenctl.variables.merging([
            "HOME": home.path, "XDG_RUNTIME_DIR": home.path, "TOKENCTL": BuiltProduct.tokenctl,
            "S": sandbox.announcement.clientSecret,
        ]) { $1 }
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "dbus-run-session")),
            ["--", "sh", "-c", Self.session, "session"] + sandbox.options() + [
                "--scope", sandbox.announcement.scope, "--client-secret", "env:S",
            ],
            environment: variables)
        #expect(run.status == 0, "\(run.stderr)")
        let tokens = run.stdout.split(separator: "\n")
        #expect(tokens.count == 2 && Set(tokens).count == 1, "\(run.stderr)")
        #expect(try await sandbox.tokenRequestCount() == 1)
        let found = try String(contentsOfFile: home.location(of: "found"), encoding: .utf8)
        #expect(found.contains("attribute.service = tokenctl"), "\(found)")
        let token = String(try #require(tokens.first))
        let sealed = try FileManager.default.contentsOfDirectory(
            at: home.url.appending(path: "sealed"), includingPropertiesForKeys: nil)
        #expect(sealed.count == 2)
        #expect(try !sealed.contains { try Data(contentsOf: $0).contains(token) })
        #expect(try tokenctl.cacheFiles().values.contains { $0.contains(token) })
    }
}
