import Synchronization
import World

/// Bytes that count upwards: different each time, the same in every run.
package final class CountingRandomness: Randomness {
    private let next = Mutex<UInt8>(0)

    package init() {}

    package func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in
            next.withLock { next in
                defer { next &+= 1 }
                return next
            }
        }
    }
}
