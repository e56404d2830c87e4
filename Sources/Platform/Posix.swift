import Glibc

/// How POSIX calls report.
enum Posix {
    /// What the last failed call said: "No such file or directory".
    static var lastError: String { describe(errno) }

    static func describe(_ error: Int32) -> String { unsafe String(cString: strerror(error)) }

    /// Repeats a call that a signal interrupted.
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}
