import Glibc
import Platform
import TokenctlCLI
import World

/// The program: parses and runs in the real world, and ends with the status that the result stands for.
@main
struct Tokenctl {
    static func main() {
        StandardDescriptors.fill()
        // A closed pipe is an error like others when writing, not a silent death.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that may not grow any more (RLIMIT_FSIZE).
        signal(SIGXFSZ, SIG_IGN)
        let status = CommandLineTool.run(Array(CommandLine.arguments.dropFirst()), in: .live())
        // Nothing is buffered, and the libraries' own farewells would take longer than reading a cached token.
        _exit(status.rawValue)
    }
}
