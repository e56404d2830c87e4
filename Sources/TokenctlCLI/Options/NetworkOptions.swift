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
    var timeout: Int?

    static let defaultTimeout = 30
}

extension NetworkOptions {
    /// - Throws: `usage`.
    func timeoutSeconds(in environment: Environment) throws(Failure) -> Int {
        let variable = "TOKENCTL_TIMEOUT"
        let text = timeout.map(String.init) ?? environment.first(variable)
        guard let text else { return Self.defaultTimeout }
        guard let seconds = Int(text), (1...86400).contains(seconds) else {
            let name = timeout == nil ? variable : "--timeout"
            throw Failure(.usage, "\(name) takes a number of seconds from 1 to 86400, not '\(text)'")
        }
        return seconds
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
