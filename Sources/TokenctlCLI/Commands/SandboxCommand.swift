import ArgumentParser
import World

/// `tokenctl sandbox`: the identity provider for trying things out.
struct SandboxCommand: Command {
    static let configuration = CommandConfiguration.subcommand(
        "sandbox",
        abstract: "Run an identity provider on this machine, for trying and testing.",
        discussion: """
            With a command after --, runs that command in an environment in which tokenctl talks to the sandbox, and \
            returns its status. Without one, prints a line of JSON with all that a client needs, and serves until it \
            is stopped. Options before -- are those of tokenctl-sandbox, which does the work: see tokenctl sandbox \
            --help.
            """)

    @Argument(parsing: .captureForPassthrough, help: "Options of tokenctl-sandbox; then --, and a command to run.")
    var arguments: [String] = []

    static let examples = [
        Example(
            "A token from the sandbox, decoded:",
            "tokenctl sandbox -- sh -c 'tokenctl client-credentials | tokenctl decode'")
    ]

    func run(in world: World) throws(Failure) {
        try world.processes.becomeSibling("tokenctl-sandbox", arguments: arguments)
    }
}
