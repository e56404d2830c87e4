import FlyingFox
import FlyingSocks
import Foundation

/// A plain HTTP client for servers on loopback, with a cookie jar: enough to play a browser's part.
package struct LoopbackClient: Sendable {
    /// What was heard.
    package struct Answer: Sendable {
        package let status: Int
        /// Where a redirect leads, as an absolute URL.
        package let location: String?
        package let body: String
    }

    private static let timeout = Duration.seconds(60)

    private var cookies: [String: String] = [:]

    package init() {}

    /// - Parameters:
    ///   - url: an `http` URL of `localhost` or `127.0.0.1`; both mean the latter.
    ///   - form: what to post; nil to get.
    package mutating func send(_ url: String, form: [(name: String, value: String)]? = nil) async throws -> Answer {
        guard Self.reaches(url), let url = URL(string: url), let host = url.host,
            let port = UInt16(exactly: url.port ?? 80)
        else {
            throw SandboxError("not a plain HTTP URL on loopback: \(url)")
        }
        let origin = host + (url.port.map { ":\($0)" } ?? "")
        let body = (form ?? []).map { "\(Form.encode($0.name))=\(Form.encode($0.value))" }.joined(separator: "&")
        var headers: HTTPHeaders = [.host: origin, .connection: "close", .contentLength: String(body.utf8.count)]
        headers[HTTPHeader("Cookie")] = cookies.isEmpty ? nil : cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        if form != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let components = URLComponents(url: url, resolvingAgainstBaseURL: true)
        let path = components?.percentEncodedPath ?? ""
        let request = HTTPRequest(
            method: form == nil ? .GET : .POST, version: .http11,
            target: HTTPRequest.Target(path: path.isEmpty ? "/" : path, query: components?.percentEncodedQuery ?? ""),
            headers: headers, body: HTTPBodySequence(data: Data(body.utf8)))
        let response = try await Self.send(request, port: port)
        keep(response.headers[HTTPHeader("Set-Cookie")])
        return Answer(
            status: response.statusCode.code,
            location: response.headers[HTTPHeader("Location")].flatMap {
                URL(string: $0, relativeTo: url)?.absoluteString
            },
            body: String(decoding: try await response.bodyData, as: UTF8.self))
    }

    private static func send(_ request: HTTPRequest, port: UInt16) async throws -> HTTPResponse {
        try await withThrowingTaskGroup(of: HTTPResponse.self) { group in
            group.addTask {
                var client = HTTPClient()
                do {
                    return try await client.sendHTTPRequest(request, to: try .inet(ip4: "127.0.0.1", port: port))
                } catch {
                    throw SandboxError("127.0.0.1:\(port) does not answer: \(error.localizedDescription)")
                }
            }
            group.addTask {
                try await Task.sleep(for: timeout)
                throw SandboxError("127.0.0.1:\(port) does not answer")
            }
            defer { group.cancelAll() }
            guard let response = try await group.next() else { throw CancellationError() }
            return response
        }
    }

    /// Whether it is a URL that requests can be sent to.
    package static func reaches(_ url: String) -> Bool {
        guard let url = URL(string: url), url.scheme == "http" else { return false }
        return ["localhost", "127.0.0.1"].contains(url.host)
    }

    /// Scheme, host and port, as they are written.
    package static func origin(of url: String) -> String {
        url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
    }

    private mutating func keep(_ cookie: String?) {
        guard let pair = cookie?.prefix(while: { $0 != ";" }).split(separator: "=", maxSplits: 1), pair.count == 2
        else {
            return
        }
        cookies[String(pair[0])] = String(pair[1])
    }
}
