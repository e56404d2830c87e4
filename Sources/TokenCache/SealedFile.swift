import JOSE
import OAuth
import World

/// A file of an encrypted cache, or of one that is not encrypted yet, with what is in it.
struct SealedFile {
    let content: [UInt8]
    let isSealed: Bool
    /// By the first of the keys, and under the name that it has now.
    let isSealedByFirstKey: Bool

    /// - Throws: `badData` when none of the keys opens it; what getting a key failed with.
    init(_ bytes: [UInt8], name: String, in folder: String, openedBy keys: [CacheKeySource]) throws(Failure) {
        guard CompactJWE.isLikely(bytes) else {
            content = bytes
            isSealed = false
            isSealedByFirstKey = false
            return
        }
        for (index, source) in keys.enumerated() {
            let key = try source.key()
            for bound in Self.boundNames(of: name) {
                guard let content = try Self.open(bytes, name: bound, with: key) else { continue }
                self.content = content
                isSealed = true
                isSealedByFirstKey = index == 0 && bound == name
                return
            }
        }
        throw Self.notOpened("\(folder)/\(name)", hasKey: !keys.isEmpty)
    }

    /// What is in it, sealed.
    func sealed(as name: String, with key: ContentKey) throws(Failure) -> [UInt8] {
        do { return try CompactJWE.seal(content, name: name, with: key) } catch {
            throw Failure(error).within("cannot encrypt '\(name)'")
        }
    }

    /// A file that was moved aside still has its old name inside.
    private static func boundNames(of name: String) -> [String] {
        guard let end = name.firstRange(of: CacheLitter.mark)?.lowerBound else { return [name] }
        return [name, String(name[..<end])]
    }

    private static func open(_ bytes: [UInt8], name: String, with key: ContentKey) throws(Failure) -> [UInt8]? {
        do { return try CompactJWE.open(bytes, name: name, with: key) } catch {
            if error.code == .missingLibrary { throw Failure(error) }
            return nil
        }
    }

    private static func notOpened(_ path: String, hasKey: Bool) -> Failure {
        Failure(
            .badData,
            hasKey
                ? "'\(path)' was encrypted with another key, or was changed; nothing is changed now"
                : "'\(path)' is encrypted, and there is no key for it; nothing is changed",
            hint: "say where the right key is with --key or TOKENCTL_CACHE_KEY; "
                + "if it is lost, remove the file and sign in again")
    }
}
