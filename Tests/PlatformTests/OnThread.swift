import Foundation
import Synchronization

/// Blocking work on a thread of its own, begun at once: the pools' few threads are busy with other tests.
final class ThreadWork<Result: Sendable>: Sendable {
    private enum State {
        case running(CheckedContinuation<Result, any Error>?)
        case done(Swift.Result<Result, any Error>)
    }

    private let state = Mutex(State.running(nil))

    init(_ work: @escaping @Sendable () throws -> Result) {
        Thread { [self] in
            let result = Swift.Result(catching: work)
            let waiting: CheckedContinuation<Result, any Error>? = state.withLock { state in
                defer { state = .done(result) }
                guard case .running(let continuation) = state else { return nil }
                return continuation
            }
            waiting?.resume(with: result)
        }.start()
    }

    /// What came of it; to be asked for once.
    var value: Result {
        get async throws {
            try await withCheckedThrowingContinuation { continuation in
                let result: Swift.Result<Result, any Error>? = state.withLock { state in
                    if case .done(let result) = state { return result }
                    state = .running(continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        }
    }
}

func onThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await ThreadWork(work).value
}
