package import JOSE
import Synchronization
package import World

/// Gets the key of an encrypted cache when a file first has to be opened or sealed, and then keeps it.
///
/// A run that needs no key neither asks for one nor loads what reads it.
package final class CacheKeySource: Sendable {
    private let fetch: @Sendable () throws(Failure) -> ContentKey
    private let fetched = Mutex<Result<ContentKey, Failure>?>(nil)

    package init(_ fetch: @escaping @Sendable () throws(Failure) -> ContentKey) { self.fetch = fetch }

    /// A key that is at hand.
    convenience init(_ key: ContentKey) { self.init { () throws(Failure) in key } }

    /// - Throws: what fetching it failed with, each time the same: nobody is asked twice.
    package func key() throws(Failure) -> ContentKey {
        let result = fetched.withLock { fetched in
            if let fetched { return fetched }
            let result = Result { () throws(Failure) in try fetch() }
            fetched = result
            return result
        }
        return try result.get()
    }
}
