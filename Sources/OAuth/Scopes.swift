/// The scopes of a request or a token: RFC 6749 section 3.3.
package struct Scopes: Sendable, Equatable {
    /// Sorted by code point and unique, as MSAL writes them.
    package let names: [String]

    /// - Parameter texts: scopes, or several in one text with white space between them.
    package init(_ texts: [String]) {
        names = Set(texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }).sorted()
    }

    package init(_ text: String) { self.init([text]) }

    /// The scopes with single spaces between them.
    package var text: String { names.joined(separator: " ") }

    package var isEmpty: Bool { names.isEmpty }

    /// Whether a token with these scopes will do for `wanted`.
    ///
    /// Letter case does not matter, nor do the scopes that ask for no access to a resource.
    package func include(_ wanted: Scopes) -> Bool {
        let held = Set(names.map { $0.lowercased() })
        return wanted.names.map { $0.lowercased() }.allSatisfy { Self.reserved.contains($0) || held.contains($0) }
    }

    /// The scopes that steer the sign-in itself.
    package static let reserved = ["openid", "profile", "offline_access"]
}
