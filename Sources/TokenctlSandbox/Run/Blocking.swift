import Dispatch
import Synchronization

/// Asynchronous work for a thread that waits.
package enum Blocking {
    /// The result of `work`, for the main thread, which must stay what it is: it waits for signals.
    package static func wait<T: Sendable>(for work: @escaping @Sendable () async throws -> T) throws -> T {
        let result = Mutex<Result<T, any Error>?>(nil)
        let done = DispatchSemaphore(value: 0)
        Task {
            let outcome: Result<T, any Error>
            do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
            result.withLock { $0 = outcome }
            done.signal()
        }
        done.wait()
        guard let outcome = result.withLock(\.self) else { throw SandboxError("the work did not end") }
        return try outcome.get()
    }
}
