package import World

/// Who issues the tokens.
package enum Provider: Sendable, Equatable {
    case authority(Authority)
    /// Any OpenID provider, by its issuer identifier; compared exactly, so it is kept as it was given.
    case issuer(Issuer)

    /// The host, as MSAL's caches name it: without the port.
    package var environment: String {
        switch self {
        case .authority(let authority): authority.server.host
        case .issuer(let issuer): issuer.url.host
        }
    }
}

extension Provider: CustomStringConvertible {
    /// As a person would give it.
    package var description: String {
        switch self {
        case .authority(let authority): authority.description
        case .issuer(let issuer): issuer.identifier
        }
    }
}

/// An issuer identifier: RFC 8414 section 2.
package struct Issuer: Sendable, Equatable {
    /// As it was given.
    package let identifier: String
    package let url: WebURL

    /// - Throws: `usage`.
    package init(_ identifier: String) throws(Failure) {
        do {
            url = try WebURL(identifier)
        } catch {
            throw Failure(.usage, "invalid issuer \(WebURL.quoted(identifier)): \(error.reason)")
        }
        guard url.query == nil else {
            throw Failure(.usage, "invalid issuer \(WebURL.quoted(identifier)): an issuer has no query")
        }
        self.identifier = identifier
    }
}

extension WebURL {
    /// What somebody gave for an address, for a message: without what may be a password, a code or a token.
    static func quoted(_ text: String) -> String {
        text.contains("@") ? "(not shown)" : "'\(text.prefix { $0 != "?" && $0 != "#" })'"
    }
}
