import JOSE

/// What is answered in place of the right answer.
extension Fault {
    /// - Parameter right: makes the right answer, which is not asked for where another one is given.
    package func response(in exchange: Exchange, at place: Place, instead right: () -> Response) -> Response {
        var response =
            switch kind {
            case .status(let status): refusal(Self.error(status), in: exchange, at: place)
            case .known(let name): answer(name, in: exchange, at: place, right)
            }
        response.headers["Retry-After"] = retryAfter
        return response
    }

    private func answer(
        _ name: Name, in exchange: Exchange, at place: Place, _ right: () -> Response
    ) -> Response {
        switch name {
        case .transient: return refusal(.transient, in: exchange, at: place)
        case .truncated:
            var response = right()
            response.isTruncated = true
            return response
        case .slow: return right()
        case .html: return Response(page: Self.portal)
        case .empty: return Response()
        case .errorAs200:
            var error = EntraError.grantRefused
            error.status = 200
            return error.response(in: exchange)
        case .noToken:
            return Response(
                body: .object([
                    "token_type": .string("Bearer"), "expires_in": .integer(3599), "ext_expires_in": .integer(3599),
                ]))
        case .garbage where [.mex, .wstrust].contains(place): return Self.garbage
        case .garbage: return Response(status: 200, text: "access_token=garbage&token_type=Bearer")
        case .silent: return refusal(Self.error(504), in: exchange, at: place)
        case .twoAssertions, .wrongNamespace, .encryptedAssertion, .doctype, .soap11Fault:
            guard [.mex, .wstrust].contains(place) else { return refusal(.serverFailed, in: exchange, at: place) }
            return Self.spoilt(right(), name)
        }
    }

    private func refusal(_ error: EntraError, in exchange: Exchange, at place: Place) -> Response {
        if [.mex, .wstrust].contains(place) { return Self.unavailable(error.status) }
        guard place == .me else { return error.response(in: exchange) }
        let codes = [429: "TooManyRequests", 500: "generalException", 503: "serviceNotAvailable"]
        return GraphError(
            status: error.status, code: codes[error.status] ?? "UnknownError", message: error.reason
        ).response(in: exchange)
    }

    private static func error(_ status: Int) -> EntraError {
        var error: EntraError =
            switch status {
            case 429: .throttled
            case 502, 504: .unreachableServer
            case 503: .transient
            case 400..<500: .malformedRequest
            default: .serverFailed
            }
        error.status = status
        return error
    }

    private static let portal = Page(
        title: "Welcome to the guest network", content: "<p>Accept the terms of use to go online.</p>")
}
