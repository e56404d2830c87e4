import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

struct ServerTests {
    @Test(arguments: [
        ("GET", "/", 404), ("GET", "/contoso.example", 404), ("GET", "/contoso.example/oauth2/v2.0/token/", 404),
        ("GET", "/contoso.example/oauth2/v2.0/token", 405), ("PUT", "/contoso.example/oauth2/v2.0/token", 405),
        ("POST", "/contoso.example/v2.0/.well-known/openid-configuration", 405), ("DELETE", "/sandbox/counts", 405),
    ])
    func `what is not there is refused in JSON`(method: String, path: String, status: Int) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.send(method, path)
            #expect(answer.status == status)
            #expect(answer.body["error"]?.stringValue != nil)
            #expect((answer.headers["allow"] != nil) == (status == 405))
        }
    }

    @Test(arguments: [1 << 20, 1 << 20 + 1, 3 << 20])
    func `a body of up to a mebibyte is read`(length: Int) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.send(
                "POST", "/contoso.example/oauth2/v2.0/token", headers: ["Content-Type": "text/plain"],
                body: Data(repeating: 0x61, count: length))
            #expect(answer.status == (length > 1 << 20 ? 413 : 400))
        }
    }

    @Test(arguments: [
        ("localhost", true), ("LOCALHOST:80", true), ("127.0.0.1:8080", true), ("[::1]:8080", true),
        ("login.sandbox.example", true), ("evil.example", false), ("localhost.evil.example", false),
        ("localhost:80@evil.example", false), ("localhost/x", false), ("localhost:", false), ("", false),
    ])
    func `only its own names are answered to`(host: String, isAnswered: Bool) async throws {
        var settings = ProviderSettings()
        settings.additionalHosts = ["Login.sandbox.example"]
        let provider = IdentityProvider(
            directory: Contoso.directory(try Sandbox.credentials.get(), now: 0), keys: try Sandbox.keys.get(),
            settings: settings, clock: { 0 })
        let path = "/common/v2.0/.well-known/openid-configuration"
        for headers in [["Host": host], ["Host": "localhost", "X-Forwarded-Host": host]] {
            let answer = await provider.respond(to: Request(method: "GET", path: path, headers: headers))
            #expect(answer.status == (isAnswered ? 200 : 421))
        }
    }

    @Test func `requests are counted and recorded without secrets`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let header = ["Authorization": "Basic \(Data("a:b".utf8).base64EncodedString())"]
            _ = try await sandbox.token(sandbox.goodRequest())
            _ = try await sandbox.token(sandbox.goodRequest(["client_secret": ""]), headers: header)
            _ = try await sandbox.get("/common/v2.0/.well-known/openid-configuration")

            let requests = try await sandbox.get("/sandbox/requests").body
            #expect(requests.arrayValue?.compactMap { $0["method"]?.stringValue } == ["POST", "POST", "GET"])
            let first = try #require(requests.arrayValue?.first)
            #expect(first["grant_type"]?.stringValue == "client_credentials")
            #expect(first["client_id"]?.stringValue == Sandbox.daemonID)
            #expect(first["parameters"] == .strings(["client_id", "client_secret", "grant_type", "scope"]))
            #expect(!requests.compact.contains(sandbox.secret))
            #expect(!requests.compact.contains(try #require(header["Authorization"])))

            let counts = try await sandbox.get("/sandbox/counts").body
            #expect(counts["POST /\(Contoso.tenant.id)/oauth2/v2.0/token"] == .integer(2))

            let cleared = try await sandbox.send("DELETE", "/sandbox/requests").body
            #expect(cleared == .array([]))
            let none = try await sandbox.get("/sandbox/counts").body
            #expect(none == .object([:]))
        }
    }

    @Test func `500 connections are served at once`() async throws {
        var settings = ProviderSettings()
        settings.tokenDelay = 500
        try await Sandbox.serve(settings) { sandbox in
            let started = ContinuousClock.now
            let good = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<500 { group.addTask { try await sandbox.token(sandbox.goodRequest()).status } }
                return try await group.reduce(into: 0) { $0 += $1 == 200 ? 1 : 0 }
            }
            #expect(good == 500)
            // One after the other they would take over four minutes.
            #expect(ContinuousClock.now - started < .seconds(60))
        }
    }

    @Test func `a port that is taken is named`() async throws {
        try await Sandbox.serve { sandbox in
            let error = await #expect(throws: SandboxError.self) {
                try await Server.start(sandbox.provider, port: sandbox.server.port)
            }
            #expect(error?.description.contains("127.0.0.1:\(sandbox.server.port)") == true)
        }
    }
}
