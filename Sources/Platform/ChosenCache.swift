import Glibc
import Synchronization

/// The credential cache that this run has logged in with: what libkrb5 chose, and libcurl goes by.
final class ChosenCache: Sendable {
    /// With its type; nil before a login.
    let name = Mutex<String?>(nil)

    /// Has work see it as the default cache, for there libcurl's GSS-API looks.
    ///
    /// It is not for longer, as programs that are started later get the environment.
    func whileDefault<Result>(_ work: () -> Result) -> Result {
        guard let name = name.withLock({ $0 }) else { return work() }
        let before = unsafe getenv(Self.variable).map { unsafe String(cString: $0) }
        unsafe setenv(Self.variable, name, 1)
        defer {
            if let before { unsafe setenv(Self.variable, before, 1) } else { unsafe unsetenv(Self.variable) }
        }
        return work()
    }

    private static let variable = "KRB5CCNAME"
}
