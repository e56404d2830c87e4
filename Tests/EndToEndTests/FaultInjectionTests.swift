import Foundation
import TestSupport
import Testing

/// Every system call by which a token gets into the cache fails in turn.
@Suite(.requires(SystemCall.requirement))
struct FaultInjectionTests {
    private let sandbox: Sandbox

    init() async throws { sandbox = try await Sandbox() }

    /// What each call may fail with.
    private static let errors = [
        "openat": ["ENOSPC", "EIO", "EINTR", "EACCES", "EROFS"], "write": ["ENOSPC", "EIO", "EINTR", "EDQUOT"],
        "fchmod": ["EPERM"], "fsync": ["EIO", "EINTR", "EDQUOT"], "renameat": ["EIO", "EACCES", "ENOSPC", "EINTR"],
        "mkdir": ["ENOSPC", "EACCES", "EROFS"], "fcntl": ["ENOLCK", "EINVAL", "EOPNOTSUPP", "EINTR"],
        "close": ["EIO", "EINTR"], "unlinkat": ["EIO", "EACCES"], "newfstatat": ["EIO"], "fstat": ["EIO"],
        "read": ["EIO", "EINTR"], "getdents64": ["EIO"],
    ]

    private static func tool(with content: [String: Data]) throws -> Tokenctl {
        let tokenctl = try Tokenctl()
        let folder = tokenctl.configuration.url.appending(path: "cache")
        guard !content.isEmpty else { return tokenctl }
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        for (name, data) in content {
            let path = tokenctl.configuration.location(of: name)
            _ = FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
        }
        return tokenctl
    }

    private var arguments: [String] {
        ["client-credentials"] + sandbox.options() + ["--scope", "api://billing/.default"]
    }

    private var secret: [String: String] { ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret] }

    /// The calls on the cache, and what each may fail with.
    private func faults(with content: [String: Data]) async throws -> [(call: SystemCall, error: String)] {
        let tokenctl = try Self.tool(with: content)
        let (run, calls) = try await tokenctl.trace(arguments, environment: secret)
        try #require(run.status == 0, "\(run.stderr)")
        return calls.filter { $0.text.contains(tokenctl.configuration.path) }
            .flatMap { call in (Self.errors[call.name] ?? []).map { (call, $0) } }
    }

    private func check(_ call: SystemCall, _ error: String, with content: [String: Data]) async throws -> String? {
        let tokenctl = try Self.tool(with: content)
        let inject = "inject=\(call.name):error=\(error):when=\(call.number)"
        let (run, calls) = try await tokenctl.trace(arguments, environment: secret, options: ["-e", inject])
        let injected = calls.first { $0.text.contains("(INJECTED)") && $0.text.contains(tokenctl.configuration.path) }
        guard let injected else { return nil }
        let message = "\(error) at \(injected): \(run.stderr)"
        #expect(run.status == 0, "\(message)")
        #expect(run.stdout.split(separator: ".").count == 3, "\(message)")
        let warnings = run.stderr.split(separator: "\n")
        if error == "EINTR" { #expect(warnings.isEmpty, "a signal is no trouble: \(message)") }
        #expect(warnings.count <= 1 && warnings.allSatisfy { $0.hasPrefix("tokenctl: warning: ") }, "\(message)")

        let token = run.stdout.trimmingCharacters(in: .newlines)
        let files = try tokenctl.files().filter { $0.key.hasPrefix("cache/") && !$0.key.hasSuffix("/.lock") }
        #expect(files.keys.allSatisfy { $0.hasSuffix(".json") && !$0.contains("/.") }, "\(message)\n\(files.keys)")
        for (name, data) in files {
            let isNew = String(decoding: data, as: UTF8.self).contains(token)
            #expect(isNew || data == content[name], "\(message)")
            #expect((try? JSONSerialization.jsonObject(with: data)) != nil, "\(message)")
            #expect(isNew || !warnings.isEmpty, "an old file without a word: \(message)")
        }
        for (name, old) in content { #expect(files[name] == old || files[name]?.contains(row(of: old)) == true) }
        return injected.name
    }

    /// The first row of a file: it has to outlive all that is written after it.
    private func row(of file: Data) -> Data {
        let text = String(decoding: file, as: UTF8.self)
        let secret = text.firstMatch(of: /"secret":"([^"]+)"/).map { String($0.1) } ?? text
        return Data(secret.utf8)
    }

    @Test(arguments: [true, false])
    func `the file is the old one or the new one, and the token is printed`(isFirst: Bool) async throws {
        var content: [String: Data] = [:]
        if !isFirst {
            let tokenctl = try Tokenctl()
            let options = sandbox.options() + ["--scope", sandbox.announcement.scope]
            let run = try await tokenctl.clientCredentials(options, environment: secret)
            try #require(run.status == 0, "\(run.stderr)")
            content = try tokenctl.cacheFiles()
        }
        let faults = try await faults(with: content)
        #expect(faults.count > 80)
        // All calls of a cache that exists; of the other one what makes it.
        let chosen = isFirst ? faults.filter { ["mkdir", "openat"].contains($0.call.name) } : faults
        let hits = try await withThrowingTaskGroup { group in
            for part in 0..<4 {
                group.addTask { [content] in
                    var hits: [String] = []
                    for (index, fault) in chosen.enumerated() where index % 4 == part {
                        if let name = try await check(fault.call, fault.error, with: content) { hits.append(name) }
                    }
                    return hits
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(hits.count > chosen.count * 9 / 10, "the calls are too different from run to run")
        let wanted = isFirst ? ["mkdir", "openat"] : ["openat", "write", "fsync", "renameat", "fcntl", "close"]
        #expect(Set(hits).isSuperset(of: wanted))
    }

    @Test func `a temporary file that cannot be removed is hidden, and no obstacle`() async throws {
        let tokenctl = try Tokenctl()
        let options = ["-e", "inject=renameat:error=EIO", "-e", "inject=unlinkat:error=EIO"]
        let (run, _) = try await tokenctl.trace(arguments, environment: secret, options: options)
        #expect(run.status == 0)
        #expect(run.stderr.split(separator: "\n").count == 1, "\(run.stderr)")
        #expect(try tokenctl.cacheFiles().keys.allSatisfy { $0.hasPrefix("cache/.") })
        let next = try await tokenctl.run(arguments, environment: secret)
        #expect(next.status == 0)
        #expect(next.stderr.isEmpty, "\(next.stderr)")
    }

    @Test(arguments: ["ENOLCK", "EINVAL", "EOPNOTSUPP"])
    func `without locks there is one warning, and the token is kept`(error: String) async throws {
        let tokenctl = try Tokenctl()
        let (run, _) = try await tokenctl.trace(
            arguments, environment: secret,
            options: [
                "-e", "inject=fcntl:error=\(error)",
            ])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.split(separator: "\n").count == 1, "\(run.stderr)")
        #expect(run.stderr.contains("without locks"), "\(run.stderr)")
        let next = try await tokenctl.run(arguments)
        #expect(next.stdout == run.stdout)
        #expect(next.stderr.isEmpty, "a hit needs no lock")
    }
}

extension Data {
    /// Whether the other bytes stand in these somewhere.
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
