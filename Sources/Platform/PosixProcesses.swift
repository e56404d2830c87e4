import Glibc
import World

struct PosixProcesses: Processes {
    func output(ofShellCommand command: String, limit: Int) throws(Failure) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0, let reader = Descriptor(ends[0]), let writer = Descriptor(ends[1])
        else { throw Failure(.noInput, "cannot run the command: \(Posix.lastError)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let child = try spawn(["/bin/sh", "-c", command], output: writer.number)
        _ = consume writer
        let content = reader.readToEnd(limit: limit)
        if content.map({ $0.count > limit }) ?? true { kill(child, SIGTERM) }
        // Who ignores the signal finds the pipe closed, and cannot keep us waiting.
        _ = consume reader
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) == -1, errno == EINTR {}
        guard let content else { throw Failure(.noInput, "cannot read what the command says") }
        guard content.count <= limit else { throw Failure(.badData, "the command said more than \(limit) bytes") }
        guard status == 0 else {
            let end =
                status & 0x7F == 0 ? "ended with status \(status >> 8 & 0xFF)" : "was killed by signal \(status & 0x7F)"
            throw Failure(.noInput, "the command \(end)")
        }
        return content
    }

    func becomeSibling(_ name: String, arguments: [String]) throws(Failure) -> Never {
        guard let folder = executableFolder() else {
            throw Failure(.unavailable, "cannot tell where this program lies: \(Posix.lastError)")
        }
        let path = "\(folder)/\(name)"
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        // What this program ignores, the other one must not inherit as ignored.
        signal(SIGPIPE, SIG_DFL)
        unsafe execv(path, pointers)
        throw Failure(
            .unavailable, "cannot run '\(path)': \(Posix.lastError)",
            hint: "\(name) belongs beside tokenctl: build or install it there")
    }

    private func executableFolder() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    /// Starts a program with nothing on its standard input.
    private func spawn(_ arguments: [String], output: Int32) throws(Failure) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var attributes = posix_spawnattr_t()
        var defaulted = sigset_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe sigemptyset(&defaulted)
        unsafe sigaddset(&defaulted, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaulted)
        var unblocked = sigset_t()
        unsafe sigemptyset(&unblocked)
        unsafe posix_spawnattr_setsigmask(&attributes, &unblocked)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer { unsafe pointers.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let problem = unsafe posix_spawn(&child, arguments[0], &actions, &attributes, pointers, environ)
        guard problem == 0 else { throw Failure(.noInput, "cannot run the command: \(Posix.describe(problem))") }
        return child
    }
}
