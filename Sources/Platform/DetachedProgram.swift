import Glibc

/// A program that goes on without us: in a session of its own, with nothing to read and nowhere to write.
enum DetachedProgram {
    /// Long enough for a launcher to find that it has nothing to launch.
    private static let trialMilliseconds = 300

    /// `POSIX_SPAWN_SETSID`, which the C library's module map leaves out.
    private static let startNewSession: Int16 = 0x80

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: its name or path, and its arguments.
    ///   - searchPath: `PATH`.
    /// - Returns: false when it is not there, cannot be started, or fails at once.
    static func start(_ command: [String], searchPath: String?) -> Bool {
        guard let name = command.first, let path = find(name, searchPath: searchPath),
            let child = spawn(path, command)
        else { return false }
        return isGood(child)
    }

    private static func find(_ name: String, searchPath: String?) -> String? {
        let places = name.contains("/") ? [name] : (searchPath ?? "").split(separator: ":").map { "\($0)/\(name)" }
        return places.first { unsafe access($0, X_OK) == 0 }
    }

    private static func spawn(_ path: String, _ arguments: [String]) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDWR, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // What this program ignores, the other one must not inherit as ignored.
        var defaulted = sigset_t()
        unsafe sigemptyset(&defaulted)
        unsafe sigaddset(&defaulted, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaulted)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | startNewSession)
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer { unsafe pointers.forEach { unsafe free($0) } }
        var child: pid_t = 0
        return unsafe posix_spawn(&child, path, &actions, &attributes, pointers, environ) == 0 ? child : nil
    }

    /// Whether a program runs on, or has ended well; whoever runs on is reaped when it ends.
    private static func isGood(_ child: pid_t) -> Bool {
        let clock = SystemClock()
        let end = clock.ticks + trialMilliseconds
        var status: Int32 = 0
        while clock.ticks < end {
            if unsafe waitpid(child, &status, WNOHANG) == child { return status == 0 }
            clock.sleep(milliseconds: 10)
        }
        reapLater(child)
        return true
    }

    /// Waits for it on a thread, so that no zombie stays; who outlives us is reaped by `init`.
    private static func reapLater(_ child: pid_t) {
        var thread = pthread_t()
        let number = unsafe UnsafeMutableRawPointer(bitPattern: Int(child))
        let problem = unsafe pthread_create(
            &thread, nil,
            { number in
                _ = waitpid(pid_t(Int(bitPattern: number)), nil, 0)
                return nil
            }, number)
        if problem == 0 { pthread_detach(thread) }
    }
}
