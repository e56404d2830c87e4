package import JOSE
import Synchronization

/// What clients have asked so far, without their secrets: tests count requests with it.
package final class RequestLog: Sendable {
    private struct State {
        var requests: [JSON] = []
        var counts: [String: Int] = [:]
    }

    /// The oldest requests are forgotten beyond this; the counts go on.
    private static let capacity = 10_000

    private let state = Mutex(State())

    package init() {}

    package func record(_ request: Request) {
        let form = (try? request.form()) ?? Form()
        let entry: JSONObject = [
            "method": .string(request.method),
            "path": .string(request.path),
            "grant_type": .optional(form["grant_type"]),
            "client_id": .optional(form["client_id"]),
            "scope": .optional(form["scope"]),
            "parameters": .strings(form.names),
            "headers": .object(Self.headers(of: request)),
        ]
        state.withLock { state in
            state.counts["\(request.method) \(request.path)", default: 0] += 1
            state.requests.append(.object(entry))
            if state.requests.count > Self.capacity { state.requests.removeFirst() }
        }
    }

    /// The requests, oldest first.
    package var requests: JSON { .array(state.withLock { $0.requests }) }

    /// The number of requests by method and path.
    package var counts: JSON {
        let counts = state.withLock { $0.counts }.sorted { $0.key < $1.key }
        return .object(JSONObject(members: counts.map { JSONObject.Member($0.key, .integer($0.value)) }))
    }

    package func clear() { state.withLock { $0 = State() } }

    private static func headers(of request: Request) -> JSONObject {
        let secret: Set = ["authorization", "cookie", "proxy-authorization"]
        let headers = request.headers.sorted { $0.key < $1.key }
        return JSONObject(
            members: headers.map { JSONObject.Member($0.key, .string(secret.contains($0.key) ? "(hidden)" : $0.value)) }
        )
    }
}
