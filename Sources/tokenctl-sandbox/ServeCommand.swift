import ArgumentParser
import TokenctlSandbox

/// `tokenctl-sandbox`: the identity provider itself.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve until stopped, or while a command runs.",
        discussion: """
            Prints one line of JSON with all that a client needs, and serves until stopped. With a command, runs that \
            instead, with TOKENCTL_AUTHORITY and so on set for it, and ends with its status.
            """)

    @Option(help: "The port on 127.0.0.1; by default one that is free.")
    var port: UInt16 = 0

    @Option(
        help: ArgumentHelp(
            "Answer to this host name too. Repeatable: they are one another's aliases.", valueName: "name"))
    var host: [String] = []

    @Option(help: ArgumentHelp("Answer to this host name as a second cloud. Repeatable.", valueName: "name"))
    var cloudHost: [String] = []

    @Option(help: ArgumentHelp("Keep keys, certificates and the secret here.", valueName: "dir"))
    var directory: String?

    @Option(help: ArgumentHelp("Accept this certificate for the daemon. Repeatable.", valueName: "file"))
    var registerCertificate: [String] = []

    @Option(
        help: ArgumentHelp(
            "Take Kerberos tickets of alice and bob, of any realm, at windowstransport, with HTTP/localhost's key.",
            valueName: "file"))
    var keytab: String?

    @Option(help: ArgumentHelp("How long access tokens live.", valueName: "seconds"))
    var tokenLifetime = 3599

    @Option(help: ArgumentHelp("How long refresh tokens work; by default 90 days.", valueName: "seconds"))
    var refreshTokenLifetime = 7_776_000

    @Flag(help: "Let each refresh token work only once, which Entra does not.")
    var rotateRefreshTokens = false

    @Flag(help: "Send iss in authorization responses, which Entra does not.")
    var issParameter = false

    @OptionGroup(title: "Device code options")
    var device: DeviceOptions

    @Option(help: ArgumentHelp("How long the token endpoint takes.", valueName: "milliseconds"))
    var tokenDelay = 0

    @Flag(help: "Refuse a client assertion that was used before, which Entra does not.")
    var refuseReplayedAssertions = false

    @Option(
        help: ArgumentHelp(
            """
            Answer the first requests wrongly: with an HTTP status, transient, truncated, slow, html, empty, error-200, \
            no-token, garbage or silent; federation servers also with two-assertions, wrong-namespace, \
            encrypted-assertion, doctype or soap-1.1-fault. The endpoint is token, devicecode, discovery, me, realm, \
            mex, wstrust or all. Repeatable.
            """, valueName: "kind[:count][@endpoint]"), transform: { try Fault(option: $0) })
    var fault: [Fault] = []

    @Argument(parsing: .postTerminator, help: "What to run, after --.")
    var command: [String] = []

    func validate() throws {
        let year = 86_400 * 365
        guard (1...year).contains(tokenLifetime), (1...year).contains(refreshTokenLifetime),
            (0...3_600_000).contains(tokenDelay)
        else { throw ValidationError("a lifetime is at least 1 and at most a year, a delay at most an hour") }
    }

    func run() throws {
        var options = SandboxOptions()
        options.port = port
        options.settings.additionalHosts = host
        options.settings.otherCloudHosts = cloudHost
        options.settings.keytab = keytab
        options.settings.tokenLifetime = tokenLifetime
        options.settings.refreshTokenLifetime = refreshTokenLifetime
        options.settings.rotatesRefreshTokens = rotateRefreshTokens
        options.settings.sendsIssuerParameter = issParameter
        options.settings.device = device.settings
        options.settings.tokenDelay = tokenDelay
        options.settings.refusesReplayedAssertions = refuseReplayedAssertions
        options.settings.faults = fault
        options.directory = directory
        options.certificateFiles = registerCertificate
        options.command = command
        throw ExitCode(try SandboxRun(options).run())
    }
}
