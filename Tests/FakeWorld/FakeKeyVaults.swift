import Synchronization
package import World

/// Vaults in memory.
package final class FakeKeyVaults: KeyVaults {
    private let kept = Mutex<[KeyVault: String]>([:])
    private let trouble: Failure?

    /// - Parameter trouble: what every use fails with.
    package init(trouble: Failure? = nil) { self.trouble = trouble }

    /// The keys, whatever the folder.
    package var keys: [KeyVault: String] { kept.withLock { $0 } }

    package func key(of folder: String, in vault: KeyVault) throws(Failure) -> Secret? {
        if let trouble { throw trouble }
        return kept.withLock { $0[vault] }.map { Secret($0) }
    }

    package func keep(_ key: Secret, of folder: String, in vault: KeyVault) throws(Failure) {
        if let trouble { throw trouble }
        kept.withLock { $0[vault] = key.reveal() }
    }
}
