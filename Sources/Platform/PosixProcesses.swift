import Glibc
import World

struct PosixProcesses: Processes {
    func output(ofShellCommand command: String, limit: Int) throws(Failure) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0, let reader = Descriptor(ends[0]), let writer = Descriptor(ends[1])
        else { throw Failure(.noInput, "cannot run the command: \(Posix.lastError)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (child, error) = Spawn.start("/bin/sh", ["/bin/sh", "-c", command], output: writer.number)
        guard error == 0 else { throw Failure(.noInput, "cannot run the command: \(Posix.describe(error))") }
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
}
