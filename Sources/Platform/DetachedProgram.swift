import Glibc

/// A program that goes on without us: in a session of its own, with nothing to read and nowhere to write.
enum DetachedProgram {
    /// Long enough for a launcher to find that it has nothing to launch.
    private static let trialMilliseconds = 300

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: its name or path, and its arguments.
    ///   - searchPath: `PATH`.
    /// - Returns: false when it is not there, cannot be started, or fails at once.
    static func start(_ command: [String], searchPath: String?) -> Bool {
        guard let name = command.first, let path = Spawn.find(name, searchPath: searchPath) else { return false }
        let (child, error) = Spawn.start(path, command, output: nil, ownsSession: true)
        return error == 0 && isGood(child)
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
