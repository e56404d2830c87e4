import Dispatch

/// Runs something that blocks on a thread of its own: the tests share very few.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue(label: "blocking work").async { continuation.resume(with: Swift.Result(catching: work)) }
    }
}
