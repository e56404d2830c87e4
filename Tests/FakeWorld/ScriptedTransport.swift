import Synchronization
import Testing
package import World

/// A server whose answers are written down; it keeps the requests, and an unexpected one is an issue of the test.
package final class ScriptedTransport: Transport {
    /// One exchange: the address that must be asked, and what comes of it.
    package struct Step: Sendable {
        let url: String
        let result: Result<HTTPResponse, Failure>

        package init(_ url: String, _ result: Result<HTTPResponse, Failure>) {
            self.url = url
            self.result = result
        }

        package static func answer(
            _ url: String, _ body: String, status: Int = 200, headers: [(name: String, value: String)] = []
        ) -> Step {
            Step(url, .success(HTTPResponse(status: status, headers: headers, body: Array(body.utf8))))
        }

        package static func failure(_ url: String, _ failure: Failure) -> Step { Step(url, .failure(failure)) }
    }

    private struct State {
        var steps: [Step]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    package init(_ steps: [Step]) { state = Mutex(State(steps: steps)) }

    package convenience init(_ steps: Step...) { self.init(steps) }

    /// What was sent, in order.
    package var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// Whether every answer was come for.
    package var isExhausted: Bool { state.withLock { $0.steps.isEmpty } }

    package func send(_ request: HTTPRequest, options: TransportOptions) throws(Failure) -> HTTPResponse {
        let step = state.withLock { state -> Step? in
            state.requests.append(request)
            return state.steps.isEmpty ? nil : state.steps.removeFirst()
        }
        guard let step, step.url == request.url.description else {
            let expected = step.map { "'\($0.url)'" } ?? "nothing"
            Issue.record("'\(request.url)' was asked, and \(expected) was expected")
            throw Failure(.internalError, "unexpected request")
        }
        return try step.result.get()
    }
}

extension HTTPRequest {
    /// The fields of the form, values as they go on the wire; a name that stands twice is an issue.
    package var form: [String: String] {
        guard case .form(let fields) = body else { return [:] }
        return Self.dictionary(fields)
    }

    /// The headers, values as they go on the wire.
    package var headerValues: [String: String] { Self.dictionary(headers) }

    private static func dictionary(_ fields: [Field]) -> [String: String] {
        fields.reduce(into: [:]) { dictionary, field in
            if dictionary.updateValue(field.value.wire, forKey: field.name) != nil {
                Issue.record("the field \(field.name) stands twice")
            }
        }
    }
}
