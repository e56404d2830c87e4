import ArgumentParser
import JOSE
import OAuth
import World

/// The app, and how it proves that it is that app.
struct CredentialOptions: ParsableArguments {
    @Option(help: .init("The app's client ID.", valueName: "id"))
    var clientId: String?

    @Option(help: .init("Where to read the app's secret: \(SecretSource.grammar).", valueName: "source"))
    var clientSecret: String?

    @Option(
        help: .init("The file of the app's certificate and private key: PEM, DER or PKCS#12.", valueName: "path"),
        completion: .file())
    var certificate: String?

    @Option(
        help: .init("The file of the private key, when the certificate's file does not have it.", valueName: "path"),
        completion: .file())
    var certificateKey: String?

    @Option(help: .init("Where to read the password of the private key or PKCS#12 file.", valueName: "source"))
    var certificatePassword: String?

    @Flag(help: "Send the certificate's chain too, for apps that are registered by subject name and issuer.")
    var sendX5c = false

    @Option(
        help: .init(
            "The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).",
            valueName: "name"),
        completion: SignatureAlgorithm.completion)
    var assertionAlg: String?

    @Option(
        help: .init(
            "The key ID to put into assertions, for providers that know the app by a key set.", valueName: "kid"))
    var assertionKid: String?

    @Option(
        help: .init("Where to read a ready-made assertion; it is read again for each request.", valueName: "source"))
    var clientAssertion: String?

    @Option(
        help: .init(
            """
            How to send the credential: \(ClientAuthMethod.names.joined(separator: ", ")) (default: as the provider \
            says).
            """, valueName: "name"),
        completion: ClientAuthMethod.completion)
    var authMethod: String?
}

extension SignatureAlgorithm: NamedValue {
    static let kind = "signature algorithm"
}

extension ClientAuthMethod: NamedValue {
    static let kind = "way of sending a credential"
}

extension CredentialOptions {
    /// - Throws: `usage` when neither an option nor the environment names the app.
    func clientID(in environment: Environment) throws(Failure) -> String {
        guard let id = clientId ?? environment.first("TOKENCTL_CLIENT_ID", "AZURE_CLIENT_ID"), !id.isEmpty else {
            throw Failure(.usage, "no client id", hint: "give --client-id ID, or set TOKENCTL_CLIENT_ID")
        }
        return Authority.isGUID(id) ? id.lowercased() : id
    }

    /// Where the credential is, by the options or else by the environment; nothing is read yet.
    ///
    /// - Returns: nil when there is none, which is no trouble while the cache has a token.
    /// - Throws: `usage`.
    func credentialSource(in environment: Environment) throws(Failure) -> CredentialSource? {
        let secret = try SecretSource(clientSecret, option: "--client-secret")
        let assertion = try SecretSource(clientAssertion, option: "--client-assertion")
        let hasKeyFiles = certificate != nil || certificateKey != nil
        guard [secret != nil, assertion != nil, hasKeyFiles].count(where: \.self) <= 1 else {
            throw Failure(.usage, "--client-secret, --certificate and --client-assertion exclude each other")
        }
        if let secret { return .secret(secret) }
        if let assertion { return .assertion(assertion) }
        if hasKeyFiles { return .key(try keyFiles(certificate: certificate, in: environment)) }
        for variable in ["TOKENCTL_CLIENT_SECRET", "AZURE_CLIENT_SECRET"] where environment.first(variable) != nil {
            return .secret(.environment(variable))
        }
        if let path = environment.first("AZURE_CLIENT_CERTIFICATE_PATH") {
            return .key(try keyFiles(certificate: path, in: environment))
        }
        return environment.first("AZURE_FEDERATED_TOKEN_FILE").map { .assertion(.file($0)) }
    }

    /// nil for what the provider prefers.
    var chosenAuthMethod: ClientAuthMethod? {
        get throws(Failure) {
            guard let authMethod else { return nil }
            return try ClientAuthMethod.named(authMethod, by: "--auth-method")
        }
    }

    private func keyFiles(certificate: String?, in environment: Environment) throws(Failure) -> KeyFiles {
        let given = try SecretSource(certificatePassword, option: "--certificate-password")
        let variable = "AZURE_CLIENT_CERTIFICATE_PASSWORD"
        let ofEnvironment = environment.first(variable).map { _ in SecretSource.environment(variable) }
        let chain = environment.first("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN")?.lowercased()
        var algorithm: SignatureAlgorithm?
        if let assertionAlg { algorithm = try SignatureAlgorithm.named(assertionAlg, by: "--assertion-alg") }
        return KeyFiles(
            certificate: certificate, key: certificateKey, password: given ?? ofEnvironment,
            sendsChain: sendX5c || chain == "true" || chain == "1", algorithm: algorithm, keyID: assertionKid)
    }
}
