import JOSE
import OAuth
import TokenCache
import World

/// Where the key of an encrypted cache is: in a place as secrets are, or in one of the system's vaults.
enum CacheKeyPlace: Sendable {
    case source(SecretSource)
    case vault(KeyVault)

    static let variable = "TOKENCTL_CACHE_KEY"
    static let grammar = "keyring, secret-service, \(SecretSource.grammar)"

    /// - Parameter origin: the option or variable that holds the text.
    /// - Throws: `usage` for what names no place: most likely the key itself, and so it is not repeated.
    init(_ text: String, by origin: String) throws(Failure) {
        if let vault = KeyVault(rawValue: text) {
            self = .vault(vault)
        } else if let source = SecretSource(place: text) {
            self = .source(source)
        } else {
            throw Failure(
                .usage, "\(origin) takes a place to read the key from, not the key itself",
                hint: "give one of \(Self.grammar)")
        }
    }

    /// What the environment says; nil where it says nothing.
    static func configured(in environment: Environment) throws(Failure) -> CacheKeyPlace? {
        guard let text = environment.first("TOKENCTL_CACHE_KEY") else { return nil }
        return try CacheKeyPlace(text, by: variable)
    }
}

extension CacheKeyPlace {
    /// The key; nil where a vault has none.
    ///
    /// - Parameter folder: the cache's, whose key is looked for in a vault.
    /// - Throws: `badData` for what is no key; what a source or vault that cannot be read throws.
    func find(for folder: String, in world: World, interaction: Interaction) throws(Failure) -> ContentKey? {
        let written: [UInt8]
        switch self {
        case .source(let source): written = try source.bytes("cache's key", in: world, interaction: interaction)
        case .vault(let vault):
            guard let secret = try world.keyVaults.key(of: folder, in: vault) else { return nil }
            written = Array(secret.reveal().utf8)
        }
        if let key = ContentKey(written: written) { return key }
        throw Failure(
            .badData, "the cache's key is not 32 bytes, 64 hexadecimal digits or the base64 of 32 bytes",
            hint: "make one with 'openssl rand -base64 32'")
    }

    /// The key, which has to be there.
    func key(for folder: String, in world: World, interaction: Interaction) throws(Failure) -> ContentKey {
        if let key = try find(for: folder, in: world, interaction: interaction) { return key }
        throw Failure(
            .noInput, "there is no key of this cache in the \(name)",
            hint: "'tokenctl cache encrypt --key \(name)' makes one")
    }

    /// A new key in a vault that has none.
    func make(for folder: String, in world: World) throws(Failure) -> ContentKey {
        guard case .vault(let vault) = self else { throw Failure(.noInput, "there is no key at the given place") }
        let key: ContentKey
        do { key = try ContentKey.random() } catch { throw Failure(error) }
        try world.keyVaults.keep(Secret(key.reveal()), of: folder, in: vault)
        return key
    }

    /// For those who fetch it when they need it.
    func lazily(for folder: String, in world: World, interaction: Interaction) -> CacheKeySource {
        CacheKeySource { () throws(Failure) in try key(for: folder, in: world, interaction: interaction) }
    }

    private var name: String {
        if case .vault(let vault) = self { vault.rawValue } else { "given place" }
    }
}

extension World {
    /// The folder of cached tokens, encrypted where `TOKENCTL_CACHE_KEY` is set; the key is not read yet.
    ///
    /// - Parameters:
    ///   - interaction: whether a person may be asked for the key, where the variable says that one shall be.
    /// - Throws: `usage` when the variable names no place.
    func cacheStore(at folder: String, notices: Notices, interaction: Interaction) throws(Failure) -> EncryptedStore {
        let place = try CacheKeyPlace.configured(in: environment)
        return EncryptedStore(
            files.store(at: folder) { notices.warn($0) },
            source: place?.lazily(for: folder, in: self, interaction: interaction), clock: clock)
    }

    /// The same for whoever does not take a cache that cannot be read for an empty one.
    ///
    /// - Throws: `noInput` without the right key of an encrypted cache.
    func readableCacheStore(
        at folder: String, notices: Notices, interaction: Interaction
    ) throws(Failure) -> EncryptedStore {
        let store = try cacheStore(at: folder, notices: notices, interaction: interaction)
        do throws(StoreError) {
            try store.checkKey()
        } catch  where error.code == .sealed {
            throw Failure(.noInput, "the cache cannot be read: \(error.message)")
        } catch {
            // Other troubles are told by whoever meets them.
        }
        return store
    }
}
