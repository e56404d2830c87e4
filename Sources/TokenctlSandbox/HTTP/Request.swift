import JOSE

/// One HTTP request, read whole: what an endpoint judges, whatever server took it in.
package struct Request: Sendable {
    package let method: String
    /// The raw path, percent-encoded, without the query.
    package let path: String
    /// The raw query, percent-encoded, without its question mark.
    package let query: String
    /// Header values by lower-case name.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(
        method: String, path: String, query: String = "", headers: [String: String] = [:], body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { _, last in last }
        self.body = body
    }

    /// The body's fields; empty when the body is not declared to be a form.
    package func form() throws(EntraError) -> Form {
        let mediaType = headers["content-type", default: ""].prefix { $0 != ";" && $0 != " " }
        guard mediaType.lowercased() == "application/x-www-form-urlencoded" else { return Form() }
        return try Form(parsing: body)
    }

    /// The fields of the query.
    package func queryFields() throws(EntraError) -> Form { try Form(parsing: Array(query.utf8)) }
}
