import JOSE
package import OAuth
package import World

/// The keys that issuers have published, on disk: a file for each source.
///
/// They are public; the folder's modes keep others from putting in keys of their own.
package struct KeyFolder: KeyRepository {
    private let store: any Store
    private let warn: @Sendable (String) -> Void

    package init(store: any Store, warn: @escaping @Sendable (String) -> Void) {
        self.store = store
        self.warn = warn
    }

    /// What is damaged, or of another source, counts as not there: it is fetched again and replaced.
    package func keys(of source: KeySource) -> PublishedKeys? {
        do {
            guard let bytes = try store.read(Self.fileName(source)) else { return nil }
            return (try? JSON(parsing: bytes).objectValue).flatMap { Self.keys(in: $0, of: source) }
        } catch {
            warn("the kept keys are not used: \(error.message)")
            return nil
        }
    }

    package func keep(_ keys: PublishedKeys, of source: KeySource) {
        let file: JSONObject = [
            "schema": .integer(1), "source": .string(source.name),
            "issuers": .array(keys.issuers.map { .string($0) }), "fetched_on": .integer(keys.fetchedOn),
            "refetched_on": keys.refetchedOn.map { .integer($0) } ?? .null, "keys": keys.document,
        ]
        do {
            try store.write(Array(JSON.object(file).compact.utf8), to: Self.fileName(source))
        } catch {
            warn("the issuer's keys are not kept: \(error.message)")
        }
    }

    private static func keys(in file: JSONObject, of source: KeySource) -> PublishedKeys? {
        guard file["schema"]?.intValue == 1, file["source"]?.stringValue == source.name,
            let issuers = file["issuers"]?.arrayValue?.compactMap(\.stringValue), !issuers.isEmpty,
            let fetchedOn = file["fetched_on"].flatMap(TokenClaims.seconds), let document = file["keys"],
            (try? JWKSet(document)) != nil
        else { return nil }
        return PublishedKeys(
            issuers: issuers, document: document, fetchedOn: fetchedOn,
            refetchedOn: file["refetched_on"].flatMap(TokenClaims.seconds))
    }

    /// The host, for people, and a number for the whole name.
    private static func fileName(_ source: KeySource) -> String {
        Partition([source.provider.environment, String(FNV1a.hash(source.name.utf8), radix: 16)]).fileName
    }
}
