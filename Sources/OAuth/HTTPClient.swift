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

    package func send(_ request: HTTPRequest) throws(Failure) -> HTTPResponse {
        try transport.send(request, options: options)
    }
}
