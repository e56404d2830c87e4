import FoundationEssentials
import Glibc
import JOSE

/// What was asked for on the command line.
package struct SandboxOptions: Sendable {
    /// 0 for one that is free.
    package var port: UInt16 = 0
    package var settings = ProviderSettings()
    /// The state folder; nil for a temporary one.
    package var directory: String?
    /// Files with certificates of the daemon.
    package var certificateFiles: [String] = []
    /// What to run; empty to serve until stopped.
    package var command: [String] = []

    package init() {}
}

/// One run of the executable: start, announce or run the command, wait, clean up.
package struct SandboxRun: Sendable {
    private let options: SandboxOptions
    private let signals = SignalWait()
    private let descriptors = Descriptors()

    /// Blocks signals: to be made before there is a second thread.
    package init(_ options: SandboxOptions) { self.options = options }

    /// Serves until the command or a signal ends it.
    ///
    /// Returns the command's status, or 128 and the signal's number.
    package func run() throws -> Int32 {
        descriptors.raiseLimit()
        let now = Int(Date().timeIntervalSince1970)
        let credentials = try Credentials(now: now, registered: registeredCertificates())
        let provider = IdentityProvider(
            directory: Contoso.directory(credentials, now: now),
            keys: SigningKeys(current: try .generate(now: now), next: try .generate(now: now)),
            settings: options.settings, clock: { Int(Date().timeIntervalSince1970) })
        let server = try Blocking.wait { [port = options.port] in try await Server.start(provider, port: port) }
        let directory = try StateDirectory(at: options.directory)
        defer { directory.remove() }
        let announcement = Announcement(
            base: "http://localhost:\(server.port)", port: server.port, credentials: credentials,
            directory: directory)
        try announcement.writeFiles()
        if !options.command.isEmpty { return try runCommand(announcement) }
        print(announcement.json.compact)
        fflush(nil)
        while true {
            let signal = signals.next().signal
            if signal != SIGCHLD { return 128 + signal }
        }
    }

    private func runCommand(_ announcement: Announcement) throws -> Int32 {
        let child: ChildProcess
        do throws(ChildProcess.StartError) {
            child = try descriptors.starting { () throws(ChildProcess.StartError) in try start(announcement) }
        } catch {
            Self.complain(error.reason)
            return error.status
        }
        while true {
            let arrival = signals.next()
            if arrival.signal != SIGCHLD, !arrival.isFromTerminal { child.send(arrival.signal) }
            if let status = child.exitStatus() { return status }
        }
    }

    private static func complain(_ reason: String) {
        let line = Array("tokenctl-sandbox: \(reason)\n".utf8)
        _ = unsafe write(STDERR_FILENO, line, line.count)
    }

    private func start(_ announcement: Announcement) throws(ChildProcess.StartError) -> ChildProcess {
        var environment = ProcessInfo.processInfo.environment
        for (name, value) in announcement.environment { environment[name] = value }
        let path = [Self.folder, environment["PATH"]].compactMap(\.self).joined(separator: ":")
        environment["PATH"] = path
        return try ChildProcess(
            options.command, environment: environment.map { "\($0.key)=\($0.value)" }, path: path,
            mask: signals.original)
    }

    private func registeredCertificates() throws -> [Certificate] {
        try options.certificateFiles.flatMap { file in
            guard let data = FileManager.default.contents(atPath: file) else {
                throw SandboxError("cannot read the certificate \(file)")
            }
            let certificates = try Certificate.all(in: Array(data))
            guard !certificates.isEmpty else { throw SandboxError("there is no certificate in \(file)") }
            return certificates
        }
    }

    /// The folder of the running executable: `tokenctl` lies there too.
    private static var folder: String? {
        let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return executable?.lastIndex(of: "/").map { String(executable?[..<$0] ?? "") }
    }
}
