import Glibc
import Native
import World

/// A small program, run to its end: what it was given and what it said has been in memory only.
struct ProgramRun {
    /// The exit status; 128 plus the signal's number when one ended it.
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]

    /// Seconds; a person may have to unlock something.
    private static let patience = 60

    /// Bytes of output or of errors.
    private static let longest = 1 << 16

    /// - Throws: `unavailable` when it cannot be run.
    init(_ path: String, _ arguments: [String], input: [UInt8]) throws(Failure) {
        // Files in memory: unlike pipes they neither fill up nor have to be read at the right moment.
        guard let given = Descriptor(native_memory_file()),
            let said = Descriptor(native_memory_file()),
            let complained = Descriptor(native_memory_file()), given.write(input)
        else { throw Self.failure(path, errno) }
        lseek(given.number, 0, SEEK_SET)
        let (child, error) = Spawn.start(
            path, [path] + arguments, input: given.number, output: said.number, errors: complained.number)
        guard error == 0 else { throw Self.failure(path, error) }
        var status: Int32 = 0
        guard Self.wait(for: child, &status) else {
            throw Failure(.unavailable, "'\(path)' did not end within \(Self.patience) s")
        }
        lseek(said.number, 0, SEEK_SET)
        lseek(complained.number, 0, SEEK_SET)
        guard let output = said.readToEnd(limit: Self.longest), let errors = complained.readToEnd(limit: Self.longest)
        else { throw Self.failure(path, errno) }
        self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        self.output = output
        self.errors = errors
    }

    /// Waits for the child's end; one that takes too long is killed.
    private static func wait(for child: pid_t, _ status: inout Int32) -> Bool {
        for _ in 0..<(patience * 100) {
            switch unsafe waitpid(child, &status, WNOHANG) {
            case 0: usleep(10_000)
            case -1 where errno == EINTR: continue
            default: return true
            }
        }
        kill(child, SIGKILL)
        while unsafe waitpid(child, &status, 0) == -1, errno == EINTR {}
        return false
    }

    private static func failure(_ path: String, _ error: Int32) -> Failure {
        Failure(.unavailable, "cannot run '\(path)': \(Posix.describe(error))")
    }
}
