/// Where a browser brings the answer of an authorization request: a port of this machine (RFC 8252 section 7.3).
package protocol RedirectListening: Sendable {
    /// Listens on 127.0.0.1 and on nothing else.
    ///
    /// - Parameter port: nil or 0 for any free one.
    /// - Throws: `unavailable`, naming the port when it is taken.
    func listen(port: Int?) throws(Failure) -> any RedirectListener
}

/// An open port, until the last reference to it is gone.
package protocol RedirectListener: Sendable {
    var port: Int { get }

    /// Serves requests until one reply is final; returns once that reply is on its way to the browser.
    ///
    /// Any page of any site can send requests here: `answer` decides by `state` what it believes.
    ///
    /// - Parameter deadline: a moment of `WallClock.ticks`; nil to wait for ever.
    /// - Returns: false when the time ran out before a final reply.
    /// - Throws: `unavailable` when the system no longer lets it listen.
    func serve(until deadline: Int?, answer: (RedirectRequest) -> RedirectReply) throws(Failure) -> Bool
}

/// What the browser brought: a GET with a query, or a POST of a form (`response_mode=form_post`).
package struct RedirectRequest: Sendable {
    /// `GET` or `POST`.
    package let method: String
    /// As in the request, without the query: `/callback`.
    package let path: String
    /// Decoded, in their order, repeated ones included; of the query of a GET, of the body of a POST.
    package let parameters: [(name: String, value: String)]

    package init(method: String, path: String, parameters: [(name: String, value: String)]) {
        self.method = method
        self.path = path
        self.parameters = parameters
    }
}

/// What the person sees in the browser.
package struct RedirectReply: Sendable {
    /// The HTTP status.
    package let status: Int
    /// A whole HTML page, in which everything that came from outside is escaped.
    package let page: String
    /// Whether this ends the listening.
    package let isFinal: Bool

    package init(status: Int, page: String, isFinal: Bool) {
        self.status = status
        self.page = page
        self.isFinal = isFinal
    }
}
