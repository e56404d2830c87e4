import ArgumentParser
import World

/// What is said to people, and whether they may be asked.
struct MessageOptions: ParsableArguments {
    @Option(
        help: .init("How to write errors to standard error: text or json (default: text).", valueName: "format"),
        completion: ErrorFormat.completion)
    var errorFormat: String?

    @Flag(help: "Never ask a person anything: fail at once instead.")
    var nonInteractive = false

    @Flag(name: .shortAndLong, help: "Print errors only, no warnings and notes.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more about what is done.")
    var verbose = false

    @Flag(help: "Show every HTTP request and answer, with fingerprints in place of secrets.")
    var trace = false
}

extension MessageOptions {
    /// - Throws: `usage` for an unknown error format, which is a matter of messages too.
    func notices(in world: World) throws(Failure) -> Notices {
        if let errorFormat { _ = try ErrorFormat.named(errorFormat, by: "--error-format") }
        return Notices(terminal: world.terminal, isQuiet: quiet, isVerbose: verbose)
    }

    /// `CI` forbids questions unless `TOKENCTL_NON_INTERACTIVE` says otherwise.
    func interaction(in environment: Environment) -> Interaction {
        if nonInteractive { return .forbidden }
        let setting = environment.first("TOKENCTL_NON_INTERACTIVE") ?? environment.first("CI") ?? "0"
        return ["0", "false", "no"].contains(setting.lowercased()) ? .allowed : .forbidden
    }

    /// The transport, watched when a trace is wanted.
    func transport(in world: World) -> any Transport {
        guard trace else { return world.transport }
        return TracingTransport(inner: world.transport, clock: world.clock, salt: world.randomness.bytes(16)) { line in
            world.terminal.note(PrintableText.line(line))
        }
    }
}
