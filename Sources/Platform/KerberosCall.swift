import Glibc
import Synchronization
import World

/// Work that asks KDCs, on a thread of its own.
///
/// libkrb5 has no limit of time: KDCs that say nothing are given up on after ten seconds each, or more.
final class KerberosCall: Sendable {
    private let work: @Sendable () throws(Failure) -> Void
    private let outcome = Mutex<Result<Void, Failure>?>(nil)

    init(_ work: @escaping @Sendable () throws(Failure) -> Void) { self.work = work }

    /// What came of it; nil when the time is up: the thread is left behind then, as this process ends soon.
    func outcome(within milliseconds: Int) -> Result<Void, Failure>? {
        var thread = pthread_t()
        let call = unsafe Unmanaged.passRetained(self)
        let problem = unsafe pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer = unsafe pointer else { return nil }
                unsafe Unmanaged<KerberosCall>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            }, call.toOpaque())
        guard problem == 0 else {
            unsafe call.release()
            return .failure(Failure(.unavailable, "cannot start a thread: \(Posix.describe(problem))"))
        }
        pthread_detach(thread)
        let clock = SystemClock()
        let end = clock.ticks + milliseconds
        repeat {
            if let outcome = outcome.withLock({ $0 }) { return outcome }
            clock.sleep(milliseconds: 1)
        } while clock.ticks < end
        return nil
    }

    private func run() {
        let result = Result { () throws(Failure) in try work() }
        outcome.withLock { $0 = result }
    }
}
