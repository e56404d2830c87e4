import FoundationEssentials

/// A request in progress: what was asked, under which name, when, and the identifiers that its answer carries.
package struct Exchange: Sendable {
    package let request: Request
    package let base: BaseURL
    /// Which of the two clouds was asked.
    package let cloud: String
    /// The `{name}` segments of the route.
    package let parameters: [String: String]
    /// Seconds since 1970.
    package let now: Int
    package let traceID: String
    /// The client's `client-request-id` (header, or query as MSAL for Node sends it) when that is a GUID.
    package let correlationID: String

    package init(request: Request, base: BaseURL, parameters: [String: String], cloud: String = "", now: Int) {
        self.cloud = cloud
        self.request = request
        self.base = base
        self.parameters = parameters
        self.now = now
        traceID = UUID().uuidString.lowercased()
        let asked = request.headers["client-request-id"] ?? (try? request.queryFields())?["client-request-id"]
        correlationID = asked.flatMap(UUID.init(uuidString:))?.uuidString.lowercased() ?? UUID().uuidString.lowercased()
    }
}
