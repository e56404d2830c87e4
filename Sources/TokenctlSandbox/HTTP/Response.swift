package import JOSE

/// One HTTP answer.
package struct Response: Sendable {
    package enum Body: Sendable {
        case json(JSON)
        case page(HTML)
        /// Said to be JSON.
        case text(String)
        /// Of a media type, such as XML.
        case document(String, type: String)
    }

    package let status: Int
    package var headers: [String: String]
    package var body: Body?
    /// Whether the connection is to be closed in the middle of the body.
    package var isTruncated = false

    package init(status: Int = 200, headers: [String: String] = [:], body: JSON? = nil) {
        self.status = status
        self.headers = headers
        self.body = body.map(Body.json)
    }

    package init(status: Int, text: String) {
        self.status = status
        headers = [:]
        body = .text(text)
    }

    package init(status: Int = 200, document: String, type: String) {
        self.status = status
        headers = [:]
        body = .document(document, type: type)
    }

    /// A page for people, which no other site may frame.
    package init(status: Int = 200, page: Page) {
        let scripts = page.scriptNonce.map { "; script-src 'nonce-\($0)'" } ?? ""
        self.status = status
        headers = [
            "Content-Security-Policy":
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'\(scripts)",
            // The client is told who posts to it, and no more.
            "Referrer-Policy": "strict-origin-when-cross-origin",
        ]
        body = .page(page.html)
    }

    package static func redirect(to location: String) -> Response {
        Response(status: 302, headers: ["Location": location, "Referrer-Policy": "strict-origin-when-cross-origin"])
    }

    /// An answer outside of Entra's protocol: no such path, wrong method, unknown host, body too large.
    package static func problem(_ status: Int, _ error: String, _ description: String) -> Response {
        Response(status: status, body: .object(["error": .string(error), "error_description": .string(description)]))
    }
}
