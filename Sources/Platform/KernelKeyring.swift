import Glibc
import Native
import World

/// The kernel's keyring of the user; keys in it are never on disk, and gone when the machine restarts.
enum KernelKeyring {
    static func key(named name: String) throws(Failure) -> Secret? {
        let key = unsafe native_keyring_find(description(name))
        guard key >= 0 else {
            // A key that has expired or was revoked is as good as none.
            if [ENOKEY, EKEYEXPIRED, EKEYREVOKED].contains(errno) { return nil }
            throw failure
        }
        var content = [UInt8](repeating: 0, count: longest)
        let length = unsafe native_keyring_read(key, &content, content.count)
        guard (0...longest).contains(length) else { throw failure }
        return Secret(String(decoding: content.prefix(length), as: UTF8.self))
    }

    static func keep(_ key: Secret, named name: String) throws(Failure) {
        let content = Array(key.reveal().utf8)
        guard unsafe native_keyring_put(description(name), content, content.count) >= 0 else { throw failure }
    }

    /// Bytes: more than a key has.
    private static let longest = 256

    private static func description(_ name: String) -> String { "tokenctl:cache:\(name)" }

    /// What the last call failed with.
    private static var failure: Failure {
        Failure(
            .unavailable, "the kernel's keyring cannot be used: \(Posix.lastError)",
            hint: "containers often forbid it: keep the key elsewhere, and name the place as file:PATH or cmd:COMMAND")
    }
}
