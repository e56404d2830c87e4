import JOSE

/// `/sandbox/requests` and `/sandbox/counts`: the log of requests, for tests; no part of Entra.
package struct RequestsEndpoint: Endpoint {
    package enum View: Sendable {
        case requests, counts, clear
    }

    package let view: View
    package let log: RequestLog

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        switch view {
        case .requests: return Response(body: log.requests)
        case .counts: return Response(body: log.counts)
        case .clear:
            log.clear()
            return Response(body: log.requests)
        }
    }
}
