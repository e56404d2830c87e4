import JOSE

/// The `claims` parameter (OpenID Connect Core 1.0 section 5.5): what a client wants of its access token.
///
/// Clients put capabilities into it, and what a claims challenge said.
package struct ClaimsRequest: Sendable, Equatable {
    /// What the client can handle (`xms_cc`), such as `CP1`: continuous access evaluation.
    package var capabilities: [String] = []
    /// Whether conditional-access policies are named (`polids`, `capolids`): all of the sandbox's want a second factor.
    package var wantsMFA = false
    /// The least `nbf`, in seconds since 1970.
    package var notBefore: Int?

    package init() {}

    /// Nil where the form has none (AADSTS9002313 for what is no such request).
    package init?(in form: Form) throws(EntraError) {
        guard let text = form["claims"] else { return nil }
        guard let request = try? JSON(parsing: text).objectValue,
            let asked = (request["access_token"] ?? .object([:])).objectValue
        else { throw .malformedRequest }
        capabilities = (asked["xms_cc"]?["values"]?.arrayValue ?? []).compactMap { $0.stringValue?.uppercased() }
        wantsMFA = ["polids", "capolids"].contains { asked[$0] != nil }
        guard let value = asked["nbf"]?["value"] else { return }
        guard let seconds = value.intValue ?? value.stringValue.flatMap({ Int($0) }), (0...1 << 40).contains(seconds)
        else { throw .malformedRequest }
        notBefore = seconds
    }

    /// Whether tokens may be recalled, and so live longer.
    package var canBeChallenged: Bool { capabilities.contains("CP1") }
}
