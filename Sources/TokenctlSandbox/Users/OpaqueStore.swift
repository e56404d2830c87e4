import Synchronization

/// Values behind random keys that mean nothing to who holds them: refresh tokens, codes, cookies.
package final class OpaqueStore<Value: Sendable>: Sendable {
    private let values = Mutex<[String: Value]>([:])
    private let prefix: String

    /// - Parameter prefix: what every key starts with.
    package init(prefix: String = "") { self.prefix = prefix }

    /// Files a value under a new key.
    package func add(_ value: Value) -> String {
        let key = prefix + Identifier.opaque(bytes: 48)
        values.withLock { $0[key] = value }
        return key
    }

    package subscript(_ key: String) -> Value? { values.withLock { $0[key] } }

    /// Whether a key looks like one of these.
    package func hasIssued(_ key: String) -> Bool { key.hasPrefix(prefix) }

    /// Judges and changes a value in one step, so that nothing is used twice; nil without such a value.
    package func update<Result: Sendable>(
        _ key: String, _ change: (inout Value) throws(EntraError) -> Result
    ) throws(EntraError) -> Result? {
        try values.withLock { values throws(EntraError) in
            guard var value = values[key] else { return nil }
            let result = try change(&value)
            values[key] = value
            return result
        }
    }

    package func remove(_ key: String) { values.withLock { $0[key] = nil } }
}
