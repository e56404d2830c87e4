import JOSE

/// The `sub` of a person's tokens: another one for each application (OpenID Connect Core 1.0 section 8.1).
package enum PairwiseSubject {
    /// - Parameter audience: the id of the client (id tokens) or of the API (access tokens).
    package static func of(_ user: User, for audience: String) -> String {
        let digest = try? Digest.sha256(Array("\(audience) \(user.id)".utf8))
        return Base64URL.encode(digest ?? Array(user.id.utf8))
    }
}
