import World

/// An answer as it goes to the browser.
enum LoopbackResponse {
    /// The page may show what a server said: it loads nothing, is kept nowhere, and tells nobody where it was.
    static func bytes(_ reply: RedirectReply) -> [UInt8] {
        let body = Array(reply.page.utf8)
        let head = [
            "HTTP/1.1 \(reply.status) \(reasons[reply.status] ?? "")",
            "Content-Type: text/html; charset=utf-8",
            "Content-Length: \(body.count)",
            "Connection: close",
            "Cache-Control: no-store",
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
            "Referrer-Policy: no-referrer",
            "X-Content-Type-Options: nosniff",
        ]
        let allow = reply.status == 405 ? ["Allow: GET, POST"] : []
        return (head + allow + ["", ""]).joined(separator: "\r\n").utf8 + body
    }

    /// For requests that nobody is asked about.
    static func refusal(_ status: Int) -> [UInt8] {
        let title = "\(status) \(reasons[status] ?? "")"
        return bytes(
            RedirectReply(
                status: status, page: "<!DOCTYPE html><html lang=en><title>\(title)</title><h1>\(title)</h1></html>\n",
                isFinal: false))
    }

    private static let reasons = [
        200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        411: "Length Required", 413: "Content Too Large", 415: "Unsupported Media Type",
        431: "Request Header Fields Too Large",
    ]
}
