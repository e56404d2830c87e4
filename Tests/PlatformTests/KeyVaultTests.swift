import Foundation
import Native
import TestSupport
import Testing
import World

@testable import Platform

/// The vaults of the system.
struct KeyVaultTests {
    private static let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"

    private func vaults(path: String = "") -> SystemKeyVaults {
        SystemKeyVaults(environment: Environment { $0 == "PATH" ? path : nil })
    }

    /// Whether the kernel lets this process have a keyring; many containers forbid it.
    private static let hasKeyring: Bool = {
        let key = unsafe native_keyring_put("tokenctl:test", "x", 1)
        return key >= 0 && native_keyring_remove(key) == 0
    }()

    @Test func `the kernel keeps a key for a folder, or the way out is told`() throws {
        let folder = try TemporaryFolder()
        guard Self.hasKeyring else {
            let error = #expect(throws: Failure(.unavailable, "")) { try vaults().key(of: folder.path, in: .keyring) }
            #expect(error?.message.contains("keyring cannot be used") == true)
            #expect(error?.hint?.contains("file:PATH") == true)
            #expect(throws: Failure(.unavailable, "")) {
                try vaults().keep(Secret(Self.key), of: folder.path, in: .keyring)
            }
            return
        }
        defer {
            let name = SystemKeyVaults.name(of: folder.path)
            let key = unsafe native_keyring_find("tokenctl:cache:\(name)")
            if key >= 0 { native_keyring_remove(key) }
        }
        #expect(try vaults().key(of: folder.path, in: .keyring) == nil)
        try vaults().keep(Secret("old"), of: folder.path, in: .keyring)
        try vaults().keep(Secret(Self.key), of: folder.path, in: .keyring)
        #expect(try vaults().key(of: folder.path, in: .keyring)?.reveal() == Self.key)
        #expect(try vaults().key(of: folder.path + "/.", in: .keyring)?.reveal() == Self.key)
        #expect(try vaults().key(of: folder.path + "-2", in: .keyring) == nil)
        let entry = try #require(
            String(contentsOfFile: "/proc/keys", encoding: .utf8).split(separator: "\n")
                .first { $0.contains("tokenctl:cache:\(SystemKeyVaults.name(of: folder.path))") })
        // Flags, uses, expiry, then the rights of possessor, user, group and others: all, to see, none, none.
        #expect(entry.split(separator: " ").contains("3f010000"), "\(entry)")
    }

    /// A `secret-tool` that keeps what it is given in a file, and notes its arguments.
    private static let standIn = """
        #!/bin/sh
        folder=$(dirname "$0")
        echo "$@" >> "$folder/arguments"
        case $1 in
            store) shift 2; cat > "$folder/kept-$*" ;;
            lookup) shift; cat "$folder/kept-$*" 2> /dev/null ;;
        esac
        """

    /// Another process writes it: a program that some process still has open for writing cannot be run.
    private func tools(_ script: String) async throws -> TemporaryFolder {
        let tools = try TemporaryFolder()
        let run = try await ProcessRun.of(
            "/bin/sh", ["-c", "cat > secret-tool && chmod 700 secret-tool"], input: Data(script.utf8),
            directory: tools.path)
        try #require(run.status == 0, "\(run.stderr)")
        return tools
    }

    @Test func `the desktop keeps a key for a folder, which is in no argument`() async throws {
        let tools = try await tools(Self.standIn)
        let vaults = vaults(path: "/nowhere:\(tools.path):/usr/bin:/bin")
        #expect(try vaults.key(of: tools.path, in: .secretService) == nil)
        try vaults.keep(Secret(Self.key), of: tools.path, in: .secretService)
        #expect(try vaults.key(of: tools.path, in: .secretService)?.reveal() == Self.key)
        let arguments = try String(contentsOfFile: tools.location(of: "arguments"), encoding: .utf8)
        let name = SystemKeyVaults.name(of: tools.path)
        #expect(arguments.contains("lookup service tokenctl cache \(name)\n"))
        #expect(!arguments.contains(Self.key))
    }

    static let troubles: [(script: String, says: String)] = [
        ("#!/bin/sh\necho 'secret-tool: no D-Bus' >&2; exit 1", "says 'secret-tool: no D-Bus'"),
        ("#!/bin/sh\nexit 3", "status 3"), ("#!/bin/sh\nkill -9 $$", "status 137"),
    ]

    @Test(arguments: troubles)
    func `a service that does not work is an error in its own words`(script: String, says: String) async throws {
        let tools = try await tools(script)
        let error = #expect(throws: Failure(.unavailable, "")) {
            try vaults(path: tools.path).key(of: "/x", in: .secretService)
        }
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
        let second = #expect(throws: Failure(.unavailable, "")) {
            try vaults(path: tools.path).keep(Secret(Self.key), of: "/x", in: .secretService)
        }
        #expect(second?.message.contains(says) == true)
        #expect(second?.message.contains(Self.key) == false)
    }

    @Test func `a missing secret-tool is named with its package`() {
        let error = #expect(throws: Failure(.unavailable, "")) { try vaults().key(of: "/x", in: .secretService) }
        #expect(error?.hint?.contains("libsecret-tools") == true)
    }
}
