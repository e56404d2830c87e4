import ArgumentParser
import JOSE
import OAuth
import World

/// The app, and how it proves that it is that app.
struct CredentialOptions: ParsableArguments {
    @Option(help: .init("The app's client ID.", valueName: "id"))
    var clientId: String?

    @Option(help: .init("Where to read the app's secret: \(SecretSource.grammar).", valueName: "source"))
    var clientSecret: SecretSource?

    @Option(
        help: .init("The file of the app's certificate and private key: PEM, DER or PKCS#12.", valueName: "path"),
        completion: .file())
    var certificate: String?

    @Option(
        help: .init("The file of the private key, when the certificate's file does not have it.", valueName: "path"),
        completion: .file())
    var certificateKey: String?

    @Option(help: .init("Where to read the password of the private key or PKCS#12 file.", valueName: "source"))
    var certificatePassword: SecretSource?

    @Flag(help: "Send the certificate's chain too, for apps that are registered by subject name and issuer.")
    var sendX5c = false

    @Option(
        help: .init(
            "The algorithm to sign assertions with (default: the best that key and provider have).", valueName: "name"))
    var assertionAlg: SignatureAlgorithm?

    @Option(
        help: .init(
            "The key ID to put into assertions, for providers that know the app by a key set.", valueName: "kid"))
    var assertionKid: String?

    @Option(
        help: .init("Where to read a ready-made assertion; it is read again for each request.", valueName: "source"))
    var clientAssertion: SecretSource?

    @Option(
        help: .init("How to send the credential (default: as the provider says).", valueName: "name")
    )
    var authMethod: ClientAuthMethod?
}

extension SignatureAlgorithm: ExpressibleByArgument {}
extension ClientAuthMethod: ExpressibleByArgument {}

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
    /// - Throws: `usage` when there is none, or more than one.
    func credentialSource(in environment: Environment) throws(Failure) -> CredentialSource {
        let given: [CredentialSource] = [
            clientSecret.map { .secret($0) }, keyFiles(environment).map { .key($0) },
            clientAssertion.map { .assertion($0) },
        ].compactMap(\.self)
        if given.count > 1 {
            throw Failure(.usage, "--client-secret, --certificate and --client-assertion exclude each other")
        }
        if let given = given.first { return given }
        if let variable = ["TOKENCTL_CLIENT_SECRET", "AZURE_CLIENT_SECRET"].first(where: {
            environment.first($0) != nil
        }) {
            return .secret(.environment(variable))
        }
        if let path = environment.first("AZURE_CLIENT_CERTIFICATE_PATH") {
            return .key(keyFiles(certificate: path, environment))
        }
        if let path = environment.first("AZURE_FEDERATED_TOKEN_FILE") { return .assertion(.file(path)) }
        throw Failure(
            .usage, "no client credential",
            hint: "give --client-secret, --certificate or --client-assertion, or set TOKENCTL_CLIENT_SECRET")
    }

    private func keyFiles(_ environment: Environment) -> KeyFiles? {
        certificate != nil || certificateKey != nil ? keyFiles(certificate: certificate, environment) : nil
    }

    private func keyFiles(certificate: String?, _ environment: Environment) -> KeyFiles {
        let variable = "AZURE_CLIENT_CERTIFICATE_PASSWORD"
        let password = environment.first(variable) == nil ? nil : SecretSource.environment(variable)
        let chain = environment.first("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN")?.lowercased()
        return KeyFiles(
            certificate: certificate, key: certificateKey, password: certificatePassword ?? password,
            sendsChain: sendX5c || chain == "true" || chain == "1", algorithm: assertionAlg, keyID: assertionKid)
    }
}
