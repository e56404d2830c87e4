import Glibc
import Synchronization

/// Turns a terminal's echo and line editing off, and on again whatever happens: a shell without them is unusable.
///
/// Line editing goes too because the kernel cuts edited lines at 4095 bytes, and a pasted URL can be longer.
struct EchoSwitch {
    private let descriptor: Int32
    private let before: termios

    /// What the signal handler restores; a handler can reach nothing but a global.
    private static let interrupted = Mutex<(descriptor: Int32, before: termios)?>(nil)

    init(_ descriptor: Int32) {
        var settings = termios()
        unsafe tcgetattr(descriptor, &settings)
        self.descriptor = descriptor
        before = settings
        Self.interrupted.withLock { $0 = (descriptor, settings) }
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
            Glibc.signal(signal) { number in
                EchoSwitch.interrupted.withLockIfAvailable { saved in
                    guard var saved else { return }
                    unsafe tcsetattr(saved.descriptor, TCSANOW, &saved.before)
                }
                _exit(128 + number)
            }
        }
        settings.c_lflag &= ~tcflag_t(ECHO | ICANON)
        unsafe tcsetattr(descriptor, TCSAFLUSH, &settings)
    }

    func restore() {
        var settings = before
        unsafe tcsetattr(descriptor, TCSAFLUSH, &settings)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { Glibc.signal(signal, SIG_DFL) }
    }
}
