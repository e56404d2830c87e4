/// Places outside of files in which the system keeps the key of a folder, by the folder's path.
package protocol KeyVaults: Sendable {
    /// The key of a folder; nil where the vault has none.
    ///
    /// - Throws: `unavailable` when the vault cannot be used.
    func key(of folder: String, in vault: KeyVault) throws(Failure) -> Secret?

    /// Puts a folder's key into a vault, in the place of an older one.
    ///
    /// - Throws: `unavailable` when the vault cannot be used.
    func keep(_ key: Secret, of folder: String, in vault: KeyVault) throws(Failure)
}

/// One of those places.
package enum KeyVault: String, Sendable, CaseIterable {
    /// The kernel's keyring of the user: in memory, gone when the machine restarts (keyrings(7)).
    case keyring
    /// The desktop's keyring, by the program `secret-tool`.
    case secretService = "secret-service"
}
