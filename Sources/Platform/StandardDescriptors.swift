import Glibc

/// Standard input, output and error, which every program counts on.
package enum StandardDescriptors {
    /// Opens `/dev/null` in place of those that are closed.
    ///
    /// The next file or socket would get such a number otherwise, and be taken for standard input, or be written to.
    package static func fill() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
            // The lowest free number is this one. For reading only: writing to it fails, as it should.
            _ = unsafe open("/dev/null", O_RDONLY)
        }
    }
}
