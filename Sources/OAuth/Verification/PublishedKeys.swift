package import JOSE
import World

/// An issuer's names and keys, as it published them.
package struct PublishedKeys: Sendable, Equatable {
    /// What `iss` may be: the metadata's `issuer`, and the `access_token_issuer` of AD FS beside it.
    package let issuers: [String]
    /// The key set: RFC 7517 section 5.
    package let document: JSON
    /// Seconds since 1970.
    package let fetchedOn: Int
    /// When they were last fetched for the sake of an unknown key, in seconds since 1970; nil for never.
    package var refetchedOn: Int?

    package init(issuers: [String], document: JSON, fetchedOn: Int, refetchedOn: Int? = nil) {
        self.issuers = issuers
        self.document = document
        self.fetchedOn = fetchedOn
        self.refetchedOn = refetchedOn
    }

    /// Asks the issuer.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Throws: what the transport throws; `protocolError` when the answers make no sense.
    static func fetch(_ source: KeySource, using http: HTTPClient, now: Int) throws(Failure) -> PublishedKeys {
        try http.admit(source.provider)
        let metadata = try IssuerMetadata(
            try ProviderMetadata.document(of: source.provider, source.tokens, using: http))
        let keys = try KeySet(at: metadata.keys, using: http)
        // AD FS has another name for the issuer of access tokens.
        let other =
            if case .authority(let authority) = source.provider, authority.isADFS { metadata.accessTokenIssuer } else {
                String?.none
            }
        return PublishedKeys(
            issuers: [metadata.issuer] + [other].compactMap(\.self), document: keys.document,
            fetchedOn: now)
    }
}

/// Where issuers' keys are kept between runs.
package protocol KeyRepository: Sendable {
    /// nil where there are none, or none that can be read.
    func keys(of source: KeySource) -> PublishedKeys?
    func keep(_ keys: PublishedKeys, of source: KeySource)
}
