package import JOSE

/// One HTTP answer; every body that the sandbox sends is JSON.
package struct Response: Sendable {
    package let status: Int
    package var headers: [String: String]
    package let body: JSON?

    package init(status: Int = 200, headers: [String: String] = [:], body: JSON? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer outside of Entra's protocol: no such path, wrong method, unknown host, body too large.
    package static func problem(_ status: Int, _ error: String, _ description: String) -> Response {
        Response(status: status, body: .object(["error": .string(error), "error_description": .string(description)]))
    }
}
