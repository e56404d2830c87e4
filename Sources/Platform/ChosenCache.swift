import Glibc
import Synchronization

/// The credential cache of this process's login.
enum ChosenCache {
    /// With its type; nil before a login.
    static let name = Mutex<String?>(nil)

    /// Has work see it as the default cache, for there libcurl's GSS-API looks.
    ///
    /// It is not for longer, as programs that are started later get the environment.
    static func whileDefault<Result>(_ work: () -> Result) -> Result {
        guard let name = name.withLock({ $0 }) else { return work() }
        let before = unsafe getenv(variable).map { unsafe String(cString: $0) }
        unsafe setenv(variable, name, 1)
        defer {
            if let before { unsafe setenv(variable, before, 1) } else { unsafe unsetenv(variable) }
        }
        return work()
    }

    private static let variable = "KRB5CCNAME"
}
