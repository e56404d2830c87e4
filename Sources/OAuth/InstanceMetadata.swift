import World

/// Azure's instance metadata service (IMDS): it tells a virtual machine about itself.
struct InstanceMetadata {
    let server: WebURL

    /// Elsewhere the address leads nowhere, and nobody is to wait for that for long.
    private static let timeoutMilliseconds = 2000

    /// Azure's own libraries look for a stand-in in the same variable.
    ///
    /// - Throws: `usage`.
    init(_ environment: Environment) throws(Failure) {
        let variable = "AZURE_POD_IDENTITY_AUTHORITY_HOST"
        let standard = WebURL.instanceMetadata
        guard let given = environment.first(variable), given != standard.origin, given != standard.origin + "/" else {
            server = standard
            return
        }
        do {
            server = try WebURL(given).with(path: "")
        } catch {
            throw Failure(.usage, "invalid address '\(given)' in \(variable): \(error.reason)")
        }
    }

    /// Asks once, and through no proxy: it would tell of another machine.
    func get(_ path: String, version: String, using http: HTTPClient) throws(Failure) -> HTTPResponse {
        try http.direct(timeoutMilliseconds: Self.timeoutMilliseconds).send {
            HTTPRequest(
                get: server.with(path: path, query: "api-version=\(version)"), headers: [.init("Metadata", "true")])
        }
    }
}
