import ArgumentParser
import OAuth
import World

/// How servers are reached.
struct NetworkOptions: ParsableArguments {
    @Option(
        help: .init("A file of PEM certificates to trust in addition to the system's.", valueName: "path"),
        completion: .file())
    var caFile: String?

    @Option(help: .init("How long one network operation may take (default: \(defaultTimeout)).", valueName: "seconds"))
    var timeout: String?

    static let defaultTimeout = 30
}

extension NetworkOptions {
    /// - Throws: `usage`.
    func timeoutSeconds(in environment: Environment) throws(Failure) -> Int {
        if let timeout { return try Seconds.parse(timeout, by: "--timeout", atLeast: 1) }
        let variable = "TOKENCTL_TIMEOUT"
        guard let text = environment.first(variable) else { return Self.defaultTimeout }
        return try Seconds.parse(text, by: variable, atLeast: 1)
    }

    /// The client for this run's requests, which are sent again as the policy has it; nothing is sent yet.
    ///
    /// - Throws: `usage`; `noInput` or `badData` for the file of additional certificates.
    func client(over transport: any Transport, in world: World, notices: Notices) throws(Failure) -> HTTPClient {
        HTTPClient(
            transport: transport, options: try transportOptions(in: world),
            retries: RetryPolicy(clock: world.clock, randomness: world.randomness) { notices.progress($0) })
    }

    /// - Throws: `noInput` or `badData` for the file of additional certificates.
    func transportOptions(in world: World) throws(Failure) -> TransportOptions {
        TransportOptions(
            timeoutSeconds: try timeoutSeconds(in: world.environment), additionalTrust: try additionalTrust(in: world),
            proxies: ProxySettings(environment: world.environment))
    }

    private func additionalTrust(in world: World) throws(Failure) -> [UInt8]? {
        let variables = world.environment.first("SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE")
        guard let path = caFile ?? variables else { return nil }
        let content = try world.files.read(path, limit: 16 << 20)
        guard String(decoding: content, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
            throw Failure(
                .badData, "'\(path)' holds no certificate in PEM", hint: "convert it: openssl x509 -inform der -in FILE"
            )
        }
        return content
    }
}
