import FlyingSocks
import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

/// A provider in this process, with a clock that stands still, on a port of its own.
struct Sandbox: Sendable {
    static let now = 1_795_000_000
    static let credentials = Result { try Credentials(now: now) }
    static let keys = Result {
        SigningKeys(current: try SigningKey.generate(now: now), next: try SigningKey.generate(now: now))
    }

    let provider: IdentityProvider
    let server: Server
    let credentials: Credentials
    let keys: SigningKeys

    var base: String { "http://localhost:\(server.port)" }
    var secret: String { credentials.secret }

    /// The one that most tests share; like every server it ends with the process.
    private static let shared = Task { try await start(ProviderSettings()) }

    /// Runs `body` with the shared server.
    static func serve(_ body: (Sandbox) async throws -> Void) async throws { try await body(try await shared.value) }

    /// Runs `body` with a server of its own, whose clock may go on.
    static func serve(
        _ settings: ProviderSettings, clock: @escaping @Sendable () -> Int = { now },
        _ body: (Sandbox) async throws -> Void
    ) async throws {
        try await body(try await start(settings, clock: clock))
    }

    private static func start(
        _ settings: ProviderSettings, clock: @escaping @Sendable () -> Int = { now }
    ) async throws -> Sandbox {
        let credentials = try credentials.get()
        let keys = try keys.get()
        let provider = IdentityProvider(
            directory: Contoso.directory(credentials, now: now), keys: keys, settings: settings, clock: clock)
        let server = try await Server.start(provider, port: 0)
        return Sandbox(provider: provider, server: server, credentials: credentials, keys: keys)
    }

    /// The claims of a good client assertion of the daemon.
    func assertionClaims(for tenant: String = Contoso.tenant.id) -> JSONObject {
        [
            "aud": .string("\(base)/\(tenant)/oauth2/v2.0/token"), "iss": .string(Sandbox.daemonID),
            "sub": .string(Sandbox.daemonID), "exp": .integer(Sandbox.now + 600), "nbf": .integer(Sandbox.now),
            "jti": .string("1"),
        ]
    }

    static let daemonID = "a1a1a1a1-0000-4000-8000-000000000001"
}

/// A plain HTTP client, and what it heard.
struct Answer {
    let status: Int
    let headers: [String: String]
    let text: String
    /// Null for a page.
    let body: JSON

    init(parsing text: String) throws {
        let end = try #require(text.firstRange(of: "\r\n\r\n"))
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        status = try #require(lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) })
        let fields = lines.dropFirst().map { $0.split(separator: ": ", maxSplits: 1) }
        headers = Dictionary(fields.map { ($0[0].lowercased(), String($0.dropFirst().first ?? "")) }) { $1 }
        self.text = String(text[end.upperBound...])
        body = headers["content-type"]?.hasPrefix("application/json") == true ? try JSON(parsing: self.text) : .null
    }

    /// The number behind `AADSTS`, having checked that all the places that give it agree.
    func errorCode() throws -> Int {
        let code = try #require(body["error_codes"]?.arrayValue?.first?.intValue)
        let description = try #require(body["error_description"]?.stringValue)
        #expect(description.hasPrefix("AADSTS\(code): "))
        #expect(body["error_uri"]?.stringValue?.hasSuffix("/error?code=\(code)") == true)
        for name in ["trace_id", "correlation_id", "timestamp"] {
            #expect(description.contains(try #require(body[name]?.stringValue)))
        }
        return code
    }
}

extension Sandbox {
    /// One request on a connection of its own; `Host` may be any.
    func send(_ method: String, _ path: String, headers: [String: String] = [:], body: Data = Data()) async throws
        -> Answer
    {
        try Answer(parsing: try await received(method, path, headers: headers, body: body))
    }

    /// The same, without a look at the answer.
    func received(
        _ method: String, _ path: String, headers: [String: String] = [:], body: Data = Data()
    ) async throws -> String {
        let socket = try await AsyncSocket.connected(to: try .inet(ip4: "127.0.0.1", port: server.port), timeout: 60)
        defer { try? socket.close() }
        let fields = ["Host": "localhost:\(server.port)", "Connection": "close", "Content-Length": "\(body.count)"]
            .merging(headers) { $1 }
        let head = (["\(method) \(path) HTTP/1.1"] + fields.map { "\($0.key): \($0.value)" }).joined(separator: "\r\n")
        try await socket.write(Data((head + "\r\n\r\n").utf8) + body)
        var received: [UInt8] = []
        do {
            while true { received += try await socket.read(atMost: 4096) }
        } catch SocketError.disconnected {
            return String(decoding: received, as: UTF8.self)
        }
    }

    func get(_ path: String) async throws -> Answer { try await send("GET", path) }

    /// Posts a form to a token endpoint.
    func token(
        _ fields: [String: String], tenant: String = Contoso.tenant.id, endpoint: String = "/oauth2/v2.0/token",
        headers: [String: String] = [:]
    ) async throws -> Answer {
        let form = fields.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }.joined(separator: "&")
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send(
            "POST", "/\(tenant)\(endpoint)", headers: type.merging(headers) { $1 }, body: Data(form.utf8))
    }

    /// A request that succeeds, with some fields changed; an empty one is left out.
    func goodRequest(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "grant_type": "client_credentials", "client_id": Self.daemonID, "client_secret": secret,
            "scope": "api://orders/.default",
        ].merging(changes) { $1 }.filter { !$0.value.isEmpty }
    }

    /// A request with an assertion in place of the secret.
    func assertionRequest(_ assertion: String) -> [String: String] {
        goodRequest([
            "client_secret": "", "client_assertion": assertion,
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ])
    }

    private static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
