package import Glibc

/// Turns the signals that end the sandbox, and the end of its child, into values.
///
/// They are blocked in every thread, so it must be made before there are any others.
package struct SignalWait: Sendable {
    /// A signal that arrived.
    package struct Arrival: Sendable {
        package let signal: Int32
        /// Typed on the terminal, which has sent it to the child as well.
        package let isFromTerminal: Bool
    }

    private let signals: sigset_t
    /// The signals that were blocked before, as a child must have them.
    package let original: sigset_t

    package init() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGCHLD] { unsafe sigaddset(&signals, signal) }
        if !Self.isIgnored(SIGHUP) { unsafe sigaddset(&signals, SIGHUP) }
        var original = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &original)
        self.signals = signals
        self.original = original
    }

    package func next() -> Arrival {
        while true {
            var signals = signals
            var information = unsafe siginfo_t()
            let signal = unsafe sigwaitinfo(&signals, &information)
            if signal > 0 { return unsafe Arrival(signal: signal, isFromTerminal: information.si_code == SI_KERNEL) }
        }
    }

    /// `nohup` and shells without job control start commands with signals ignored.
    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        unsafe sigaction(signal, nil, &action)
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
