package import Glibc

/// The command that the sandbox runs.
package struct ChildProcess: Sendable {
    package let id: pid_t

    /// A command that could not be started; the status says why, as shells do: 127 not found, 126 not executable.
    package struct StartError: Error {
        package let status: Int32
        package let reason: String
    }

    /// Starts a command with the standard streams and the other descriptors that are inherited.
    ///
    /// - Parameters:
    ///   - environment: `NAME=value` each.
    ///   - path: the folders to look for the command in.
    ///   - mask: the signals to block in it.
    package init(
        _ command: [String], environment: [String], path: String, mask: sigset_t
    ) throws(StartError) {
        let file = try Self.find(command[0], in: path)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var mask = mask
        unsafe posix_spawnattr_setsigmask(&attributes, &mask)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var id: pid_t = 0
        let failure = unsafe Self.withCStrings(command) { arguments in
            unsafe Self.withCStrings(environment) { environment in
                unsafe posix_spawn(&id, file, nil, &attributes, arguments, environment)
            }
        }
        guard failure == 0 else { throw Self.error(failure, command[0]) }
        self.id = id
    }

    /// The status that a shell would give, once the child has ended; nil before.
    package func exitStatus() -> Int32? {
        var status: Int32 = 0
        guard unsafe waitpid(id, &status, WNOHANG) == id else { return nil }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    package func send(_ signal: Int32) { kill(id, signal) }

    private static func find(_ command: String, in path: String) throws(StartError) -> String {
        if command.contains("/") { return command }
        var failure = ENOENT
        for folder in path.split(separator: ":", omittingEmptySubsequences: false) {
            let candidate = (folder.isEmpty ? "." : String(folder)) + "/" + command
            guard unsafe access(candidate, F_OK) == 0 else { continue }
            if unsafe access(candidate, X_OK) == 0, !isFolder(candidate) { return candidate }
            failure = EACCES
        }
        throw error(failure, command)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func error(_ number: Int32, _ command: String) -> StartError {
        StartError(
            status: number == ENOENT ? 127 : 126,
            reason: SandboxError.system("cannot run \(command)", number).description)
    }

    private static func withCStrings<R>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> R
    ) -> R {
        var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { unsafe free($0) } }
        return unsafe body(&pointers)
    }
}
