package import Foundation

extension Process {
    /// Starts it as a shell would, with no signal blocked.
    ///
    /// The threads that tests run on block most signals, and a child inherits that: SIGTERM would not end it.
    package func runUnblocked() throws {
        var none = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
    }
}
