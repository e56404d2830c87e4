import Glibc
import Platform
import TokenctlCLI
import World

/// The program: parses and runs in the real world, and ends with the status that the result stands for.
@main
struct Tokenctl {
    static func main() {
        // A closed pipe is an error like others when writing, not a silent death.
        signal(SIGPIPE, SIG_IGN)
        exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst()), in: .live()).rawValue)
    }
}
