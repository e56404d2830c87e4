import JOSE
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

    /// Sends a request; what an error answer says back of its secrets is taken out, so that no message can repeat it.
    package func send(_ request: HTTPRequest) throws(Failure) -> HTTPResponse {
        let response = try transport.send(request, options: options)
        guard response.status != 200 || ErrorAnswer(response.body) != nil else { return response }
        return response.without(request.secrets)
    }
}

extension HTTPResponse {
    /// The same answer with secrets replaced in its headers and in the texts of a JSON body.
    ///
    /// Texts are compared unescaped, as some servers write `\/` for a slash; a body that is not JSON is shown to nobody.
    fileprivate func without(_ secrets: [Secret]) -> HTTPResponse {
        let values = secrets.map { $0.reveal() }.filter { !$0.isEmpty }
        func clean(_ text: String) -> String { values.reduce(text) { $0.replacing($1, with: "[secret]") } }
        let json = (try? JSON(parsing: body))?.mapStrings(clean)
        return HTTPResponse(
            status: status, headers: headers.map { ($0.name, clean($0.value)) },
            body: json.map { Array($0.compact.utf8) } ?? body)
    }
}
