/// What answers the requests of one route.
package protocol Endpoint: Sendable {
    func respond(to exchange: Exchange) throws(EntraError) -> Response

    /// By what name faults are asked for here; nil where there are none.
    var place: Fault.Place? { get }
}

extension Endpoint {
    package var place: Fault.Place? { nil }
}

/// A method and a path pattern, such as `/{tenant}/oauth2/v2.0/token`, and who answers there.
package struct Route: Sendable {
    package let method: String
    package let endpoint: any Endpoint
    private let segments: [Substring]
    /// Values that stand in no path.
    private let fixed: [String: String]

    package init(
        _ method: String, _ pattern: String, _ endpoint: any Endpoint, fixed: [String: String] = [:]
    ) {
        self.method = method
        self.endpoint = endpoint
        self.fixed = fixed
        segments = Array(pattern.split(separator: "/", omittingEmptySubsequences: false).dropFirst())
    }

    /// The values of the pattern's `{name}` segments, decoded; nil when the path is another.
    ///
    /// Letter case does not matter, as in Entra.
    package func match(_ path: String) -> [String: String]? {
        let actual = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard path.first == "/", actual.count == segments.count else { return nil }
        var parameters = fixed
        for (expected, given) in zip(segments, actual) {
            if expected.first == "{" {
                // An AD FS has its own paths, and is no tenant.
                guard !given.isEmpty, let value = Self.decode(given),
                    expected != "{tenant}" || value.lowercased() != AuthorityShape.adfsSegment
                else { return nil }
                parameters[String(expected.dropFirst().dropLast())] = value
            } else if expected != given.lowercased() {
                return nil
            }
        }
        return parameters
    }

    /// Undoes percent encoding; a plus sign stays one.
    private static func decode(_ segment: Substring) -> String? {
        Form.decode(segment.utf8.flatMap { $0 == UInt8(ascii: "+") ? Array("%2B".utf8) : [$0] })
    }
}
