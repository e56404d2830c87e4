import FlyingFox
import FlyingSocks
import Foundation
import JOSE

/// The provider on a port of 127.0.0.1, plain HTTP.
package struct Server: Sendable {
    package let port: UInt16

    /// The longest body that is read, in bytes.
    private static let longestBody = 1 << 20
    /// Seconds that an answer may take, beyond the delay that was asked for.
    private static let timeout = 90.0

    /// Starts to listen, until the process ends.
    ///
    /// - Parameter port: 0 for one that is free.
    package static func start(_ provider: IdentityProvider, port: UInt16) async throws -> Server {
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port),
            timeout: timeout + Double(provider.settings.tokenDelay) / 1000, logger: .disabled,
            handler: ClosureHTTPHandler { request in try await respond(to: request, by: provider) })
        let (outcomes, outcome) = AsyncStream.makeStream(of: Result<Void, any Error>.self)
        Task { do { try await server.run() } catch { outcome.yield(.failure(error)) } }
        Task { outcome.yield(await Result { try await server.waitUntilListening(timeout: timeout) }) }
        for await result in outcomes {
            if case .failure(let error) = result {
                throw SandboxError("cannot listen on 127.0.0.1:\(port): \(error.localizedDescription)")
            }
            break
        }
        guard case .ip4(_, let port) = await server.listeningAddress else { throw SocketError.disconnected }
        return Server(port: port)
    }

    private static func respond(to request: HTTPRequest, by provider: IdentityProvider) async throws -> HTTPResponse {
        guard let body = try await body(of: request) else {
            return encode(.problem(413, "body_too_large", "A request body may have \(longestBody) bytes."))
        }
        let headers = request.headers.map { ($0.key.rawValue, $0.value) }
        let plain = Request(
            method: request.method.rawValue, path: request.target.path(), query: request.target.query(),
            headers: Dictionary(headers) { $0 + ", " + $1 }, body: body)
        return encode(await provider.respond(to: plain))
    }

    /// The whole body; nil when it is too long, read to its end all the same so that the client can hear the answer.
    private static func body(of request: HTTPRequest) async throws -> [UInt8]? {
        var body: [UInt8] = []
        var length = 0
        for try await chunk in request.bodySequence {
            length += chunk.count
            if length <= longestBody { body += chunk }
        }
        return length <= longestBody ? body : nil
    }

    private static func encode(_ response: Response) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in response.headers { headers[HTTPHeader(name)] = value }
        headers[HTTPHeader("Cache-Control")] = "no-store, no-cache"
        headers[HTTPHeader("Pragma")] = "no-cache"
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        let text: String
        switch response.body {
        case .json(let json):
            headers[.contentType] = "application/json; charset=utf-8"
            text = json.compact
        case .page(let html):
            headers[.contentType] = "text/html; charset=utf-8"
            text = html.text
        case .text(let plain):
            headers[.contentType] = "application/json; charset=utf-8"
            text = plain
        case .document(let document, let type):
            headers[.contentType] = type
            text = document
        case nil: text = ""
        }
        let bytes = Array(text.utf8)
        let body =
            response.isTruncated
            ? HTTPBodySequence(from: BrokenBody(bytes: bytes), count: bytes.count) : HTTPBodySequence(data: Data(bytes))
        return HTTPResponse(
            statusCode: HTTPStatusCode(response.status, phrase: phrase(response.status)), headers: headers, body: body)
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 204: "No Content"
        case 302: "Found"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 421: "Misdirected Request"
        case 500: "Internal Server Error"
        default: "Status \(status)"
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
