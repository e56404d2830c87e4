import Glibc

/// Starting other programs.
enum Spawn {
    /// `POSIX_SPAWN_SETSID`, which the C library's module map leaves out.
    private static let startNewSession: Int16 = 0x80

    /// Starts a program with signals as they are when nobody meddles.
    ///
    /// - Parameters:
    ///   - arguments: the program's own name first.
    ///   - input: where its standard input comes from; nil for nothing to read.
    ///   - output: where its standard output goes; nil for nowhere, and then its standard error goes there too.
    ///   - errors: where its standard error goes; nil for where ours goes.
    ///   - ownsSession: it is cut off from our terminal.
    /// - Returns: its process, or the number of the system's error.
    static func start(
        _ path: String, _ arguments: [String], input: Int32? = nil, output: Int32?, errors: Int32? = nil,
        ownsSession: Bool = false
    ) -> (child: pid_t, error: Int32) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDWR, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output ?? STDIN_FILENO, STDOUT_FILENO)
        if output == nil { unsafe posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO) }
        if let errors { unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO) }
        if let input { unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // What this program ignores or blocks, the other one must not inherit.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe sigaddset(&signals, SIGXFSZ)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
        unsafe posix_spawnattr_setflags(&attributes, ownsSession ? flags | startNewSession : flags)
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer { unsafe pointers.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let error = unsafe posix_spawn(&child, path, &actions, &attributes, pointers, environ)
        return (child, error)
    }

    /// Where a program is on the search path; a name with a slash in it is its path.
    static func find(_ name: String, searchPath: String?) -> String? {
        let places = name.contains("/") ? [name] : (searchPath ?? "").split(separator: ":").map { "\($0)/\(name)" }
        return places.first { unsafe access($0, X_OK) == 0 }
    }
}
