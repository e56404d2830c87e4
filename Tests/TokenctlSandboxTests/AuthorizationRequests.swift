import FlyingFox
import FlyingSocks
import Foundation
import JOSE
import Synchronization
import Testing

@testable import TokenctlSandbox

/// Authorization requests, and what comes back.
extension Sandbox {
    static let verifier = "a-verifier-of-enough-characters-0123456789-abc"
    static let nativeClient = "https://login.microsoftonline.com/common/oauth2/nativeclient"

    /// A good request of the public client, with some parameters changed; an empty one is left out.
    func authorizationURL(_ changes: [String: String] = [:], tenant: String = "organizations") throws -> String {
        let parameters = [
            "client_id": Self.terminalID, "response_type": "code", "redirect_uri": Self.nativeClient,
            "scope": "api://orders/Orders.Read openid profile offline_access", "state": "s t&<\"", "nonce": "n",
            "code_challenge": Base64URL.encode(try Digest.sha256(Array(Self.verifier.utf8))),
            "code_challenge_method": "S256",
        ]
        let query = parameters.merging(changes) { $1 }.filter { !$0.value.isEmpty }
        return "\(base)/\(tenant)/oauth2/v2.0/authorize?"
            + query.map { "\($0.key)=\(Form.encode($0.value))" }.joined(separator: "&")
    }

    /// Signs in with a browser, and gives back the parameters of the redirect.
    func authorize(
        _ changes: [String: String] = [:], as user: String = "alice", declines: Bool = false
    ) async throws -> [String: String] {
        var browser = ScriptedBrowser(user: user, declines: declines)
        return try await authorize(changes, with: &browser)
    }

    func authorize(
        _ changes: [String: String] = [:], with browser: inout ScriptedBrowser
    ) async throws -> [String: String] {
        let redirect = try #require(try await browser.authorize(try authorizationURL(changes)))
        #expect(redirect.hasPrefix(Self.nativeClient))
        return try redirectParameters(redirect)
    }

    func redirectParameters(_ redirect: String) throws -> [String: String] {
        let items = try #require(URLComponents(string: redirect.replacing("#", with: "?"))?.queryItems)
        return Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
    }

    /// Redeems a code, with some fields changed; an empty one is left out.
    func redeem(_ code: String, _ changes: [String: String] = [:]) async throws -> Answer {
        let request = [
            "grant_type": "authorization_code", "client_id": Self.terminalID, "code": code,
            "redirect_uri": Self.nativeClient, "code_verifier": Self.verifier, "client_info": "1",
        ]
        return try await token(request.merging(changes) { $1 }.filter { !$0.value.isEmpty }, tenant: "organizations")
    }
}

/// A client's listener on loopback, which keeps what it is sent.
final class RedirectListener: Sendable {
    private let server: HTTPServer
    private let received = Mutex<[Request]>([])
    private let port = Mutex<UInt16>(0)

    var uri: String { "http://127.0.0.1:\(port.withLock { $0 })/some/path" }
    var requests: [Request] { received.withLock { $0 } }

    private init(_ server: HTTPServer) { self.server = server }

    static func start() async throws -> RedirectListener {
        let listener = RedirectListener(
            HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled))
        await listener.server.appendRoute("*") { [weak listener] request in
            let body = [UInt8](try await request.bodyData)
            let plain = Request(
                method: request.method.rawValue, path: request.target.path(), query: request.target.query(),
                headers: ["Content-Type": request.headers[.contentType] ?? ""], body: body)
            listener?.received.withLock { $0.append(plain) }
            return HTTPResponse(statusCode: .ok, body: Data("done".utf8))
        }
        Task { try await listener.server.run() }
        try await listener.server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port) = await listener.server.listeningAddress else { throw SandboxError("no port") }
        listener.port.withLock { $0 = port }
        return listener
    }
}
