import JOSE
import World

/// Shows what goes over the wire, in lines like curl's: `>` sent, `<` received, secrets as fingerprints.
struct TracingTransport: Transport {
    let inner: any Transport
    let clock: any WallClock
    /// Of this run's fingerprints.
    let salt: [UInt8]
    let line: @Sendable (String) -> Void

    func send(_ request: HTTPRequest, options: TransportOptions) throws(Failure) -> HTTPResponse {
        let mask = TraceMask(secrets: request.secrets, salt: salt)
        show(request, mask)
        let start = clock.ticks
        do {
            let response = try inner.send(request, options: options)
            line("* HTTP \(response.status) after \(clock.ticks - start) ms")
            for header in response.headers { line("< \(header.name): \(mask.header(header.name, header.value))") }
            line("< \(mask.body(response.body))")
            return response
        } catch {
            line("* failed after \(clock.ticks - start) ms: \(error.message)")
            throw error
        }
    }

    private func show(_ request: HTTPRequest, _ mask: TraceMask) {
        let (method, lines): (String, [String]) =
            switch request.body {
            case .none: ("GET", [])
            case .form(let fields): ("POST", fields.map { "\($0.name)=\(mask.value($0.value))" })
            case .document(let text, _): ("POST", [mask.document(text)])
            }
        line("> \(method) \(request.url)")
        for header in request.headers { line("> \(header.name): \(mask.value(header.value))") }
        for text in lines { line("> \(text)") }
    }
}
