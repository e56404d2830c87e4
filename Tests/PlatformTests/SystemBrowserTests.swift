import Foundation
import TestSupport
import Testing
import World

@testable import Platform

/// Fake programs write down what they were called with.
struct SystemBrowserTests {
    private let folder: TemporaryFolder
    private let url: WebURL

    init() throws {
        folder = try TemporaryFolder()
        url = try WebURL("https://login.example.com/a?x=$(id)&y='%s';&s=%20%73")
    }

    /// Makes a program in the folder that notes its name and its arguments, a line each.
    private func make(_ name: String, _ script: String = "") throws {
        let text = "#!/bin/sh\nprintf '%s\\n' \(name) \"$@\" >>'\(folder.path)/calls'\n\(script)\n"
        let file = try folder.write(Data(text.utf8), to: name)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: file.path(percentEncoded: false))
    }

    private func open(_ environment: [String: String]) throws(Failure) {
        let variables = ["PATH": folder.path].merging(environment) { $1 }
        try SystemBrowser(environment: Environment { variables[$0] }).open(url)
    }

    /// The lines of a file that a program writes, once there are that many.
    private func lines(_ count: Int, of name: String = "calls") async throws -> [String] {
        for _ in 0..<500 {
            let text = (try? String(contentsOf: folder.url.appending(path: name), encoding: .utf8)) ?? ""
            let lines = text.split(separator: "\n").map(String.init)
            if lines.count >= count { return lines }
            try await Task.sleep(for: .milliseconds(10))
        }
        return []
    }

    @Test func `the program of BROWSER gets the URL as its last argument, untouched by any shell`() async throws {
        try make("fake")
        try open(["BROWSER": "\(folder.path)/fake --new-window"])
        #expect(try await lines(3) == ["fake", "--new-window", url.description])
    }

    @Test func `the URL takes the place of %s, and is not searched for another`() async throws {
        try make("fake")
        try open(["BROWSER": "fake --url=%s --last"])
        #expect(try await lines(3) == ["fake", "--url=\(url)", "--last"])
    }

    @Test(
        arguments: [
            ("not-there:fails:fake:xdg-open", ["fails", "fake"]), (":  :fake", ["fake"]),
            ("not-there", ["xdg-open"]), ("fails", ["fails", "xdg-open"]), ("\(#filePath)", ["xdg-open"]),
        ])
    func `what is not there or fails at once gives way to the next`(browser: String, called: [String]) async throws {
        try make("fails", "exit 3")
        try make("fake")
        try make("xdg-open")
        try open(["BROWSER": browser, "DISPLAY": ":0"])
        #expect(try await lines(2 * called.count) == called.flatMap { [$0, url.description] })
    }

    @Test(
        arguments: [
            (["DISPLAY": ":0"], "xdg-open"), (["WAYLAND_DISPLAY": "wayland-0"], "xdg-open"),
            (["WSL_DISTRO_NAME": "Debian"], "wslview"), (["WSL_DISTRO_NAME": "Debian", "DISPLAY": ":0"], "wslview"),
        ])
    func `without BROWSER the desktop's own is used`(environment: [String: String], program: String) async throws {
        for name in ["wslview", "xdg-open", "sensible-browser", "x-www-browser"] { try make(name) }
        try open(environment)
        #expect(try await lines(2) == [program, url.description])
    }

    @Test(arguments: [[:], ["BROWSER": "not-there"], ["BROWSER": "", "DISPLAY": ""], ["PATH": "", "DISPLAY": ":0"]])
    func `without a display or a program there is no browser`(environment: [String: String]) throws {
        try make("xdg-open")
        try make("wslview")
        #expect(throws: Failure(.unavailable, "")) { try open(environment) }
        let calls = folder.url.appending(path: "calls").path(percentEncoded: false)
        #expect(!FileManager.default.fileExists(atPath: calls))
    }

    @Test func `it runs on in a session of its own, without our streams, and leaves no zombie`() async throws {
        // The sixth field of `stat` is the session (proc(5)).
        let report = "\(folder.path)/report"
        try make(
            "fake",
            """
            streams=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2)
            printf '%s\n' $$ "$(cut -d ' ' -f 6 /proc/$$/stat)" "$streams" >'\(report)'
            sleep 1
            """)
        let start = SystemClock().ticks
        try open(["BROWSER": "fake"])
        #expect(SystemClock().ticks - start < 900, "it must not wait for the browser to end")
        let lines = try await lines(5, of: "report")
        let number = try #require(lines.first)
        #expect(lines == [number, number, "/dev/null", "/dev/null", "/dev/null"])
        var isThere = true
        for _ in 0..<500 where isThere {
            try await Task.sleep(for: .milliseconds(10))
            isThere = FileManager.default.fileExists(atPath: "/proc/\(number)")
        }
        #expect(!isThere)
    }
}
