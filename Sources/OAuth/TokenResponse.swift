import JOSE
package import World

/// A successful answer of a token endpoint: RFC 6749 section 5.1, with the members that Entra adds.
package struct TokenResponse: Sendable {
    package let accessToken: String
    package let tokenType: String
    /// Seconds from the answer.
    package let expiresIn: Int
    /// Seconds for which the token may be used while the provider is down.
    package let extendedExpiresIn: Int
    /// Seconds after which a new token should be asked for, though this one still works.
    package let refreshIn: Int?
    /// The scopes granted, where they differ from those asked for.
    package let scope: String?
    package let refreshToken: String?
    package let idToken: String?
    /// Entra's `client_info`, as it was sent.
    package let clientInfo: String?
    /// The family of apps whose refresh tokens are each other's: Entra's `foci`.
    package let familyID: String?
    /// The kind of token, where it may be another than an access token: RFC 8693 section 2.2.1.
    let issuedTokenType: String?
    package let correlationID: String

    /// MSAL's assumption where a provider does not say.
    private static let defaultLifetime = 600
    /// Providers use absurd lifetimes for "never"; ten years keep all sums in range.
    private static let longestLifetime = 10.0 * 365 * 86400

    /// - Parameter correlationID: what the request was sent under; the answer may say another.
    /// - Throws: what the server's error stands for, or `protocolError` when the answer makes no sense.
    package init(_ response: HTTPResponse, correlationID: String) throws(Failure) {
        let action = "get a token"
        guard let body = try? JSON(parsing: response.body).objectValue, body["error"] ?? .null == .null,
            response.status == 200
        else {
            throw Failure(response: response, to: action)
        }
        guard let token = body["access_token"]?.stringValue, Self.isToken(token) else {
            throw Failure(
                .protocolError, "cannot \(action): the answer has no usable access_token",
                hint: "the address may not be a token endpoint; run again with --trace to see the answer")
        }
        let type = body["token_type"] ?? .null
        guard type == .null || type.stringValue?.lowercased() == "bearer" else {
            let name = type.stringValue.flatMap { Self.isTypeName($0) ? "the type '\($0)'" : nil } ?? "an unknown type"
            throw Failure(.protocolError, "cannot \(action): the token is of \(name), not a bearer token")
        }
        accessToken = token
        tokenType = "Bearer"
        expiresIn = try Self.seconds(body, "expires_in") ?? Self.defaultLifetime
        extendedExpiresIn = (try? Self.seconds(body, "ext_expires_in")) ?? expiresIn
        refreshIn = try? Self.seconds(body, "refresh_in")
        scope = body["scope"]?.stringValue
        refreshToken = body["refresh_token"]?.stringValue.flatMap { Self.isToken($0) ? $0 : nil }
        idToken = body["id_token"]?.stringValue
        clientInfo = body["client_info"]?.stringValue
        familyID = body["foci"]?.stringValue
        issuedTokenType = body["issued_token_type"]?.stringValue
        self.correlationID =
            body["correlation_id"]?.stringValue ?? response.header("client-request-id") ?? correlationID
    }

    /// RFC 6749 appendix A.12: printable ASCII; and no token is blank.
    package static func isToken(_ text: String) -> Bool {
        text.utf8.contains { $0 != 0x20 } && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// A name as RFC 6749 appendix A.13 has it, and short: nothing else of a server's is repeated as the name of a type.
    private static func isTypeName(_ text: String) -> Bool {
        text.utf8.count <= 20 && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
    }

    /// A number of seconds; AD FS and old endpoints write it as a text.
    private static func seconds(_ body: JSONObject, _ name: String) throws(Failure) -> Int? {
        guard let value = body[name], value != .null else { return nil }
        let seconds: Double? =
            if case .number(let digits) = value { Double(digits) } else {
                value.stringValue.flatMap { Int($0) }.map { Double($0) }
            }
        guard let seconds, seconds >= 0 else {
            throw Failure(.protocolError, "the answer's \(name) is not a number of seconds")
        }
        return Int(min(seconds, longestLifetime))
    }
}
