import JOSE
import World

/// The file that says that a cache is encrypted, and by which a key is told to be the right one before it is used.
///
/// It is hidden, and so no file of tokens; all that it holds is an empty JSON object, sealed.
struct EncryptionMark {
    static let fileName = ".encrypted"

    /// The lock of whoever sets it, for that moment only: it is taken with a file's lock in hand.
    static let lockName = "mark"

    let store: any Store

    /// Whether the cache is an encrypted one.
    func isThere() throws(StoreError) -> Bool { try store.read(Self.fileName) != nil }

    /// Whether it is there, and sealed with that key; nil where there is none.
    func isOf(_ key: ContentKey) throws(StoreError) -> Bool? {
        guard let bytes = try store.read(Self.fileName) else { return nil }
        do { _ = try CompactJWE.open(bytes, name: Self.fileName, with: key) } catch {
            if error.code == .missingLibrary { throw StoreError(.sealed, error.message) }
            return false
        }
        return true
    }

    func set(_ key: ContentKey) throws(StoreError) {
        let bytes: [UInt8]
        do { bytes = try CompactJWE.seal(Array("{}".utf8), name: Self.fileName, with: key) } catch {
            throw StoreError(.sealed, "nothing can be encrypted: \(error.message)")
        }
        try store.write(bytes, to: Self.fileName)
    }

    func remove() throws(StoreError) { try store.remove(Self.fileName) }
}
