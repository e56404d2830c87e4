/// Every edge of the process, passed as a parameter to whatever needs one.
///
/// The live edges are in `Platform`; in tests an edge that the test did not provide fails loudly.
package struct World: Sendable {
    package var clock: any WallClock
    package var transport: any Transport
    package var files: any Files
    package var terminal: any Terminal
    package var environment: Environment
    package var randomness: any Randomness
    package var processes: any Processes
    package var browser: any Browser
    package var redirects: any RedirectListening
    package var qrCodes: any QRCodes
    package var keyVaults: any KeyVaults
    package var kerberos: any Kerberos

    package init(
        clock: any WallClock, transport: any Transport, files: any Files, terminal: any Terminal,
        environment: Environment, randomness: any Randomness, processes: any Processes, browser: any Browser,
        redirects: any RedirectListening, qrCodes: any QRCodes, keyVaults: any KeyVaults,
        kerberos: any Kerberos
    ) {
        self.clock = clock
        self.transport = transport
        self.files = files
        self.terminal = terminal
        self.environment = environment
        self.randomness = randomness
        self.processes = processes
        self.browser = browser
        self.redirects = redirects
        self.qrCodes = qrCodes
        self.keyVaults = keyVaults
        self.kerberos = kerberos
    }
}

extension World {
    /// The program's own version, semantic.
    package static let version = "0.1.0"
}
