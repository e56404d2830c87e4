import FoundationEssentials
import JOSE

/// A refusal as Entra words it: an OAuth error (RFC 6749 section 5.2) and an AADSTS number.
package struct EntraError: Error, Equatable {
    /// The number after `AADSTS`.
    package let code: Int
    /// The OAuth error, such as `invalid_client`.
    package let error: String
    /// The HTTP status.
    package var status: Int
    /// The first sentences of `error_description`.
    package let reason: String
    /// What the person could do, in a word, such as `consent_required`.
    package var suberror: String?
    /// The `claims` to ask for when signing in again, as JSON text.
    package var claims: String?

    package init(_ code: Int, _ error: String, status: Int = 400, _ reason: String) {
        self.code = code
        self.error = error
        self.status = status
        self.reason = reason
    }

    package static func == (left: EntraError, right: EntraError) -> Bool { left.code == right.code }

    /// The answer, with the identifiers that support asks for.
    package func response(in exchange: Exchange) -> Response {
        if let body = exchange.shape.worded(self, in: exchange) {
            return Response(status: status == 401 ? 400 : status, body: .object(body))
        }
        var body: JSONObject = [
            "error": .string(error),
            "error_description": .string(description(in: exchange)),
            "error_codes": .array([.integer(code)]),
            "timestamp": .string(Timestamp.entra(exchange.now)),
            "trace_id": .string(exchange.traceID),
            "correlation_id": .string(exchange.correlationID),
            "error_uri": .string("\(exchange.base)/error?code=\(code)"),
        ]
        body["suberror"] = suberror.map { .string($0) }
        body["claims"] = claims.map { .string($0) }
        return Response(status: status, body: .object(body))
    }

    /// The `error_description`.
    package func description(in exchange: Exchange) -> String {
        "AADSTS\(code): \(reason) Trace ID: \(exchange.traceID) Correlation ID: \(exchange.correlationID) "
            + "Timestamp: \(Timestamp.entra(exchange.now))"
    }
}
