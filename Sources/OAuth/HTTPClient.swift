package import World

/// The transport with the settings of this run.
package struct HTTPClient: Sendable {
    private let transport: any Transport
    private let options: TransportOptions

    package init(transport: any Transport, options: TransportOptions) {
        self.transport = transport
        self.options = options
    }

    package func get(_ url: WebURL) throws(Failure) -> HTTPResponse {
        try transport.send(HTTPRequest(get: url, headers: [.init("Accept", "application/json")]), options: options)
    }

    /// Sends a request; an error answer that says a secret back comes without it, so that no message can repeat it.
    package func send(_ request: HTTPRequest) throws(Failure) -> HTTPResponse {
        let response = try transport.send(request, options: options)
        guard response.status != 200 || ErrorAnswer(response.body) != nil else { return response }
        var text = String(decoding: response.body, as: UTF8.self)
        for secret in request.secrets.map({ $0.reveal() }) where !secret.isEmpty {
            text = text.replacing(secret, with: "[secret]")
        }
        return HTTPResponse(status: response.status, headers: response.headers, body: Array(text.utf8))
    }
}
