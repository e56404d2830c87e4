import Foundation
import TestSupport
import Testing

/// A cache folder as others left it: a token comes out where one can, nothing is followed, overwritten or given away.
struct HostileFolderTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    private var folder: String { tokenctl.configuration.location(of: "cache") }

    private func path(of file: String) -> String { tokenctl.configuration.location(of: file) }

    /// Runs it by a shell script that ends with `"$@"`.
    private func run(_ script: String = #"exec "$@""#, environment: [String: String] = [:]) async throws -> ProcessRun {
        try await Surroundings.run(script, sandbox, environment: tokenctl.variables.merging(environment) { $1 })
    }

    private func shell(_ script: String, _ arguments: String...) async throws {
        let run = try await ProcessRun.of("/bin/sh", ["-ec", script, "sh"] + arguments)
        try #require(run.status == 0, "\(run.stderr)")
    }

    /// The file with a token in it.
    private func cachedFile() async throws -> (path: String, content: Data) {
        let run = try await run()
        try #require(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
        let (name, content) = try #require(try tokenctl.cacheFiles().first)
        return (path(of: name), content)
    }

    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test(arguments: [
        "mkfifo", "mkdir", "ln -s \"$2\"", "ln -s /nowhere", "ln -s /dev/zero",
        "python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])'",
    ])
    func `what is no plain file is refused, and left as it is`(make: String) async throws {
        let file = try await cachedFile().path
        let target = try tokenctl.configuration.write(Data("{}".utf8), to: "target").path(percentEncoded: false)
        try await shell(
            "cd \"$(dirname \"$1\")\"; rm \"$1\"; \(make) \"$(basename \"$1\")\"; chmod 644 \"$2\"", file, target)
        let kind = { try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType }
        let before = try kind()
        let run = try await run()
        expectToken(run, warning: "the cache is not used")
        #expect(try kind() == before)
        #expect(try Data(contentsOf: URL(filePath: target)) == Data("{}".utf8))
        #expect(try mode(target) == 0o644)
    }

    @Test(arguments: ["mkdir", "ln -s \"$2\"", "ln -s /nowhere"])
    func `what stands in the lock's place is left as it is, and work goes on without locks`(make: String) async throws {
        _ = try await cachedFile()
        let target = try tokenctl.configuration.write(Data("{}".utf8), to: "target").path(percentEncoded: false)
        try await shell("\(make) \"$1\"; chmod 644 \"$2\"", folder + "/.lock", target)
        expectToken(try await run())
        let run = try await run(#"exec "$@" --force-refresh"#)
        expectToken(run, warning: "without locks")
        #expect(try await self.run().stdout == run.stdout)
        #expect(try Data(contentsOf: URL(filePath: target)) == Data("{}".utf8))
        #expect(try mode(target) == 0o644)
        #expect(!FileManager.default.fileExists(atPath: "/nowhere"))
    }

    @Test(.enabled(if: geteuid() == 0))
    func `devices, and what belongs to others, are refused and left as they are`() async throws {
        let (file, content) = try await cachedFile()
        try await shell(#"chown 65534 "$1""#, file)
        expectToken(try await run(), warning: "belongs to another user")
        #expect(try Data(contentsOf: URL(filePath: file)) == content)
        try await shell(#"rm "$1"; mknod "$1" c 1 5"#, file)
        expectToken(try await run(), warning: "is not a plain file")
        try await shell(#"rm "$1"; chown 65534 "$2""#, file, folder)
        expectToken(try await run(), warning: "belongs to another user")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test(arguments: [(0o644, 0o700), (0o600, 0o755), (0o666, 0o700), (0o600, 0o777), (0o640, 0o700)])
    func `what others could read is made private, with one warning`(file mode: Int, folder folderMode: Int) async throws
    {
        let file = try await cachedFile()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        try FileManager.default.setAttributes([.posixPermissions: folderMode], ofItemAtPath: folder)
        let run = try await run()
        expectToken(run, warning: "could be read by others")
        #expect(try self.mode(file.path) == 0o600)
        #expect(try self.mode(folder) == 0o700)
        #expect(String(decoding: file.content, as: UTF8.self).contains(token(run)), "it is from the cache all the same")
        #expect(try await self.run().stderr.isEmpty)
    }

    @Test func `a folder that is a link is refused, and nothing is put where it leads`() async throws {
        let target = try TemporaryFolder()
        try await shell(#"ln -s "$1" "$2""#, target.path, folder)
        expectToken(try await run(), warning: "is not a plain folder")
        #expect(try FileManager.default.contentsOfDirectory(atPath: target.path).isEmpty)
    }

    @Test func `a link further up is fine`() async throws {
        let (home, target) = (try TemporaryFolder(), try TemporaryFolder())
        try await shell(#"ln -s "$1" "$2/.config""#, target.path, home.path)
        let environment = ["TOKENCTL_CONFIG_DIR": "", "HOME": home.path]
        let first = try await run(environment: environment)
        expectToken(first)
        #expect(try await run(environment: environment).stdout == first.stdout)
        #expect(try mode(target.location(of: "tokenctl/cache")) == 0o700)
    }

    private static let damaged = [
        "", " ", "nul", "null", "[]", "1", "\"\"", "{", "}", "{\"AccessToken\":", "{\"AccessToken\":[]}",
        "{\"AccessToken\":null}", "{\"RefreshToken\":\"x\"}", "{\"Account\":7}", "{} {}", "{\"a\":1,}", "{'a':1}",
        "{\"a\":\"\u{1}\"}", "{\"a\":01}", "{\"a\":tru}", "\u{FEFF}{}", "// no\n{}", "\0\0\0\0", "{\"a\":\"\\x\"}",
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
    ]

    @Test func `a damaged file is moved aside with one warning`() async throws {
        let file = try await cachedFile().path
        for content in Self.damaged {
            let bytes = Data(content.utf8)
            try bytes.write(to: URL(filePath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let first = try await run()
            expectToken(first, warning: "was damaged")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let aside = folder + "/" + (try #require(names.first { $0.contains(".damaged-") }, "\(content.prefix(99))"))
            #expect(try Data(contentsOf: URL(filePath: aside)) == bytes)
            #expect(names.count == 2, "\(names)")
            try FileManager.default.removeItem(atPath: aside)
            let second = try await run()
            expectToken(second)
            #expect(second.stdout == first.stdout)
        }
    }

    @Test func `half a file, and one with a bit turned, are damaged too`() async throws {
        let (file, content) = try await cachedFile()
        try content.prefix(content.count / 2).write(to: URL(filePath: file))
        expectToken(try await run(), warning: "was damaged")
        var turned = content
        turned[turned.startIndex] ^= 1
        try turned.write(to: URL(filePath: file))
        try await Task.sleep(for: .seconds(1))
        expectToken(try await run(), warning: "was damaged")
    }

    @Test func `a file too large to be a cache is left alone`() async throws {
        let file = try await cachedFile().path
        try await shell(#"truncate -s 100M "$1""#, file)
        let start = ContinuousClock.now
        expectToken(try await run(), warning: "is larger than")
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int == 100 << 20)
    }

    @Test(arguments: [
        #"{"AccessToken":{"k":1,"l":[],"m":null,"n":{}},"Schema":9,"New":{"a":[1e400,"\u00e4"]}}"#,
        #"{"AccessToken":{"k":{"credential_type":7,"secret":{},"expires_on":[],"target":1}},"version":"99.0"}"#,
        #"{"AppMetadata":{"x":{"family_id":1}},"RefreshToken":{"k":0},"IdToken":{"k":[1]},"Account":{"k":""}}"#,
    ])
    func `what a newer version or nobody understands is kept as it is`(content: String) async throws {
        let file = try await cachedFile().path
        try Data(content.utf8).write(to: URL(filePath: file))
        try await shell(#"chmod 600 "$1""#, file)
        let first = try await run()
        expectToken(first)
        let written = try String(contentsOfFile: file, encoding: .utf8)
        for part in content.matches(of: /"(?:Schema|New|version|k|x|l|m)":(?:[^,{}\[\]]+|\{[^{}]*\}|\[[^\[\]]*\])/) {
            #expect(written.contains(part.output), "\(part.output) in \(written)")
        }
        #expect(try await run().stdout == first.stdout)
    }

    private static let oddTimes = [
        "-1", "1e30", "99999999999999999999", "253402300800", "9223372036854775807", "\"-1\"", "\"1e30\"",
        "\"99999999999999999999\"", "\"253402300800\"", "\"NaN\"", "\"\"", "\"0x7fffffff\"", "\" 4102444800\"",
        "null", "[]", "true",
    ]

    @Test func `a time that makes no sense is no time`() async throws {
        let (file, content) = try await cachedFile()
        let text = String(decoding: content, as: UTF8.self)
        for time in Self.oddTimes {
            let changed = text.replacing(/"expires_on":"\d+"/, with: "\"expires_on\":\(time)")
            try Data(changed.utf8).write(to: URL(filePath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let run = try await run()
            expectToken(run)
            #expect(!text.contains(token(run)), "\(time)")
        }
    }

    @Test(.requires(.tool("faketime")))
    func `a clock that jumps by years costs a request, never a token`() async throws {
        for (jump, isNew) in [("+10y", true), ("-10y", true), ("+0", true), ("+0", false), ("+3 minutes", false)] {
            let before = try tokenctl.cacheFiles().values.map { String(decoding: $0, as: UTF8.self) }.joined()
            let run = try await run("exec faketime -f '\(jump.hasSuffix("s") ? "+3m" : jump)' \"$@\"")
            expectToken(run)
            #expect(before.contains(token(run)) != isNew, "\(jump)")
        }
    }

    private func token(_ run: ProcessRun) -> String { run.stdout.trimmingCharacters(in: .newlines) }
}

/// A token, and a warning or none.
func expectToken(_ run: ProcessRun, warning: String? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(run.status == 0, "\(run.stderr)", sourceLocation: sourceLocation)
    #expect(run.stdout.split(separator: ".").count == 3, "\(run.stderr)", sourceLocation: sourceLocation)
    let lines = run.stderr.split(separator: "\n")
    #expect(lines.count == (warning == nil ? 0 : 1), "\(run.stderr)", sourceLocation: sourceLocation)
    #expect(
        lines.allSatisfy { $0.hasPrefix("tokenctl: warning: ") && $0.contains(warning ?? "") }, "\(run.stderr)",
        sourceLocation: sourceLocation)
}
