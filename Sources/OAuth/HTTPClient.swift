import JOSE
package import World

/// The transport with the settings of this run.
package struct HTTPClient: Sendable {
    private let transport: any Transport
    private let options: TransportOptions
    /// nil for one try.
    private var retries: RetryPolicy?

    package init(transport: any Transport, options: TransportOptions, retries: RetryPolicy? = nil) {
        self.transport = transport
        self.options = options
        self.retries = retries
    }

    /// How long one network operation may take.
    package var timeoutMilliseconds: Int { options.timeoutMilliseconds }

    /// The same without second tries, for whoever asks again anyway.
    package var once: HTTPClient { HTTPClient(transport: transport, options: options) }

    /// The same without proxies and second tries, and with at most this time, for a server next door.
    func direct(timeoutMilliseconds: Int) -> HTTPClient {
        var options = options
        options.proxies = ProxySettings()
        options.timeoutMilliseconds = min(options.timeoutMilliseconds, timeoutMilliseconds)
        return HTTPClient(transport: transport, options: options)
    }

    /// - Parameter accept: the media types that the answer may have.
    package func get(_ url: WebURL, accept: String = "application/json") throws(Failure) -> HTTPResponse {
        try send { HTTPRequest(get: url, headers: [.init("Accept", accept)]) }
    }

    /// Sends a request, and again while the server is busy or in trouble and there is time.
    ///
    /// What was sent and got no answer is not sent again: nobody knows what came of it.
    ///
    /// - Parameter make: the request; called for each try, as an assertion may be good for one use only.
    /// - Returns: the answer, or the last one of several.
    package func send(_ make: () throws(Failure) -> HTTPRequest) throws(Failure) -> HTTPResponse {
        guard let retries else { return try attempt(try make(), options) }
        var options = options
        var request = try make()
        let end = retries.clock.ticks + options.timeoutMilliseconds
        var tries = 0
        while true {
            tries += 1
            var response = try attempt(request, options)
            response.receivedOn = retries.clock.now
            guard retries.pause(after: response, tries: tries, until: end) else { return response }
            request = try make()
            options.timeoutMilliseconds = max(end - retries.clock.ticks, 1)
        }
    }

    /// Sends it once; what an error answer says back of its secrets is taken out, so that no message can repeat it.
    private func attempt(_ request: HTTPRequest, _ options: TransportOptions) throws(Failure) -> HTTPResponse {
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
        // What is shorter stands in any text by chance. Longer ones go first, as one may be a part of another.
        let values = Set(secrets.map { $0.reveal() }).filter { $0.utf8.count >= 4 }.sorted {
            $0.utf8.count > $1.utf8.count
        }
        func clean(_ text: String) -> String {
            values.reduce(text) { $0.replacing(Secret($1), with: "[secret]") }
        }
        let json = (try? JSON(parsing: body))?.mapStrings(clean)
        return HTTPResponse(
            status: status, headers: headers.map { ($0.name, clean($0.value)) },
            body: json.map { Array($0.compact.utf8) } ?? body)
    }
}
