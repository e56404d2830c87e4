import Foundation
import TestSupport
import Testing

/// A system that gives little: a token comes out where one can, with one warning at most.
struct ScarceSurroundingsTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    private func run(_ script: String = #"exec "$@""#, environment: [String: String] = [:]) async throws -> ProcessRun {
        try await Surroundings.run(script, sandbox, environment: tokenctl.variables.merging(environment) { $1 })
    }

    private var folder: String { tokenctl.configuration.location(of: "cache") }

    @Test(.requires(Surroundings.mounts))
    func `on a full disk the old tokens stay, and the new one is printed`() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        // Two pages: one for the folder, one of the file; so there is room for a token, and none for two.
        let script = """
            mount -t tmpfs -o size=8k,mode=0700 none "$TOKENCTL_CONFIG_DIR/cache" && "$@" && "$@" --force-refresh &&
            head -c 100000 /dev/zero >"$TOKENCTL_CONFIG_DIR/cache/.full" 2>/dev/null || "$@" --force-refresh &&
            "$@" && ls -A "$TOKENCTL_CONFIG_DIR/cache" >&2
            """
        let run = try await run("exec unshare -rm bash -c '\(script)' bash \"$@\"")
        #expect(run.status == 0, "\(run.stderr)")
        let tokens = run.stdout.split(separator: "\n")
        try #require(tokens.count == 4)
        #expect(tokens[2] != tokens[1] && tokens[3] == tokens[1], "the one that could be written is there still")
        let lines = run.stderr.split(separator: "\n")
        #expect(lines.count == 3, "\(run.stderr)")
        #expect(lines.first?.contains("cannot be written") == true, "\(run.stderr)")
        #expect(lines.allSatisfy { !$0.contains(".tmp-") })
    }

    @Test(.requires(Surroundings.mounts), arguments: [true, false])
    func `on a read-only file system a hit is silent, and a new token one warning`(hasToken: Bool) async throws {
        if hasToken { expectToken(try await run()) }
        let mount = #"mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@""#
        let script = "exec unshare -rm bash -c '\(mount)' \"$TOKENCTL_CONFIG_DIR\" \"$@\""
        expectToken(try await run(script), warning: hasToken ? nil : "Read-only file system")
        expectToken(try await run("\(script) --force-refresh"), warning: "Read-only file system")
    }

    @Test func `without a home there is one warning`() async throws {
        expectToken(try await run(#"unset HOME TOKENCTL_CONFIG_DIR; exec "$@""#), warning: "there is no home directory")
    }

    @Test(.requires(.tool("setpriv", package: "util-linux")), arguments: [0o555, 0o000])
    func `a home that cannot be written is one warning`(mode: Int) async throws {
        let home = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: home.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: home.path) }
        let run = try await run(
            #"unset TOKENCTL_CONFIG_DIR; exec \#(Surroundings.unprivileged) "$@""#, environment: ["HOME": home.path])
        expectToken(run, warning: "Permission denied")
    }

    @Test(arguments: ["/dev/null", "/proc/self/nothing", "/etc/hostname/x"])
    func `a home that is no folder is one warning`(home: String) async throws {
        expectToken(
            try await run(#"unset TOKENCTL_CONFIG_DIR; exec "$@""#, environment: ["HOME": home]), warning: "cache")
    }

    @Test(.requires(.tool("setpriv", package: "util-linux")), arguments: ["000", "022", "077", "777"])
    func `files are private and usable whatever the umask`(mask: String) async throws {
        let script = #"umask \#(mask); exec \#(Surroundings.unprivileged) "$@""#
        let first = try await run(script)
        expectToken(first)
        expectToken(try await run("\(script) --force-refresh"))
        let second = try await run(script)
        #expect(second.stderr.isEmpty, "\(second.stderr)")
        let files = FileManager.default
        #expect(try files.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
        for name in try files.contentsOfDirectory(atPath: folder) {
            #expect(try files.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int == 0o600)
        }
    }

    /// Standard output and error through pipes: the limit is for files.
    private static let piped = """
        exec 3> >(exec cat >&2); (LIMIT; exec "$@" 2>&3 3>&-) | cat; status=${PIPESTATUS[0]}; exec 3>&-; wait
        exit "$status"
        """

    @Test(arguments: [0, 1])
    func `where files may not grow the token is printed, with one warning`(blocks: Int) async throws {
        let script = Self.piped.replacing("LIMIT", with: "ulimit -f \(blocks)")
        expectToken(try await run(script), warning: "File too large")
        #expect(try tokenctl.cacheFiles().isEmpty)
        expectToken(try await run())
        expectToken(try await run(script))
        #expect(try await run(#"ulimit -f 0; exec "$@""#).status == 74, "output that cannot be written is an error")
    }

    @Test func `a hit needs two descriptors, and a new token a few more`() async throws {
        expectToken(try await run(#"ulimit -n 24; exec "$@""#))
        expectToken(try await run(#"ulimit -n 5; exec "$@""#))
    }
}
