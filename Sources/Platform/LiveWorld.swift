package import World

extension World {
    /// The real edges of the process.
    package static func live() -> World {
        let tickets = ChosenCache()
        return World(
            clock: SystemClock(), transport: CurlTransport(tickets: tickets), files: PosixFiles(),
            terminal: PosixTerminal(environment: .live), environment: .live, randomness: SystemRandomness(),
            processes: PosixProcesses(), browser: SystemBrowser(environment: .live), redirects: LoopbackListening(),
            qrCodes: HalfBlockQRCodes(), keyVaults: SystemKeyVaults(environment: .live),
            kerberos: SystemKerberos(chosen: tickets))
    }
}

/// The generator that the standard library takes from the operating system.
struct SystemRandomness: Randomness {
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
}
