import Testing
package import World

extension World {
    /// A world in which every edge that the test does not provide fails loudly.
    ///
    /// The clock, the randomness and the environment are there from the start: they have no effect on anything.
    package static func fake(
        clock: any WallClock = FakeClock(), transport: any Transport = Missing(), files: any Files = Missing(),
        terminal: any Terminal = Missing(), environment: [String: String] = [:],
        randomness: any Randomness = CountingRandomness(), processes: any Processes = Missing(),
        browser: any Browser = Missing(), redirects: any RedirectListening = Missing(),
        qrCodes: any QRCodes = Missing(), keyVaults: any KeyVaults = Missing(),
        kerberos: any Kerberos = Missing()
    ) -> World {
        World(
            clock: clock, transport: transport, files: files, terminal: terminal,
            environment: Environment { environment[$0] }, randomness: randomness, processes: processes,
            browser: browser, redirects: redirects, qrCodes: qrCodes,
            keyVaults: keyVaults, kerberos: kerberos)
    }
}

/// The edges that a test did not provide: using one is an issue of that test.
package struct Missing {
    package init() {}

    private func failure(_ edge: String, _ location: SourceLocation = #_sourceLocation) -> Failure {
        Issue.record("this test provides no \(edge)", sourceLocation: location)
        return Failure(.internalError, "this test provides no \(edge)")
    }
}

extension Missing: Transport {
    package func send(_ request: HTTPRequest, options: TransportOptions) throws(Failure) -> HTTPResponse {
        throw failure("transport, and \(request.url) was asked")
    }
}

extension Missing: Files {
    package func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        throw failure("files, and '\(path)' was read")
    }

    package func read(descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
        throw failure("files, and descriptor \(descriptor) was read")
    }

    package func append(_ bytes: [UInt8], to path: String) throws(Failure) {
        throw failure("files, and '\(path)' was added to")
    }

    package func addLines(_ lines: [String], to path: String) throws(Failure) -> [Bool] {
        throw failure("files, and lines were added to '\(path)'")
    }

    package func store(at directory: String, warn: @escaping @Sendable (String) -> Void) -> any Store {
        _ = failure("files, and the store '\(directory)' was opened")
        return FakeStore()
    }

    package func sharedFile(at path: String) -> any SharedFile {
        _ = failure("files, and the shared file '\(path)' was opened")
        return FakeSharedFile(path)
    }
}

extension Missing: Terminal {
    package var isWatched: Bool { false }

    package func print(_ text: String) throws(Failure) { throw failure("terminal, and '\(text)' was printed") }

    package func note(_ line: String) { _ = failure("terminal, and '\(line)' was noted") }

    package var isShown: Bool { false }

    package var isInteractive: Bool { false }

    package var isTyped: Bool { false }

    package var isPlain: Bool { true }

    package var width: Int { 80 }

    package func ask(_ prompt: String) throws(Failure) -> String {
        throw failure("terminal, and '\(prompt)' was asked")
    }

    package func askSecret(_ prompt: String) throws(Failure) -> Secret {
        throw failure("terminal, and '\(prompt)' was asked")
    }

    package func status(_ text: String?) {}

    package func control(_ sequence: String) {}
}

extension Missing: Processes {
    package func output(ofShellCommand command: String, limit: Int) throws(Failure) -> [UInt8] {
        throw failure("processes, and '\(command)' was run")
    }

    package func becomeSibling(_ name: String, arguments: [String]) throws(Failure) -> Never {
        throw failure("processes, and '\(name)' was started")
    }
}

extension Missing: Browser {
    package func open(_ url: WebURL) throws(Failure) { throw failure("browser, and \(url) was opened") }
}

extension Missing: RedirectListening {
    package func listen(port: Int?) throws(Failure) -> any RedirectListener {
        throw failure("redirect listener, and a port was listened on")
    }
}

extension Missing: QRCodes {
    package func lines(for text: String, isPlain: Bool) throws(Failure) -> [String] {
        throw failure("QR codes, and '\(text)' was drawn")
    }
}

extension Missing: KeyVaults {
    package func key(of folder: String, in vault: KeyVault) throws(Failure) -> Secret? {
        throw failure("key vaults, and the \(vault.rawValue) was asked")
    }

    package func keep(_ key: Secret, of folder: String, in vault: KeyVault) throws(Failure) {
        throw failure("key vaults, and a key was put into the \(vault.rawValue)")
    }
}

extension Missing: Kerberos {
    package func principal(in source: TicketSource) throws(Failure) -> String {
        throw failure("Kerberos, and its tickets were looked for")
    }

    package func logIn(
        from source: TicketSource, for username: String?, within milliseconds: Int
    ) throws(Failure) -> String {
        throw failure("Kerberos, and a login was tried")
    }

    package func prepareTicket(forHost host: String, within milliseconds: Int) throws(Failure) {
        throw failure("Kerberos, and a ticket for '\(host)' was asked for")
    }
}
