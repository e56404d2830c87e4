import JOSE
import OAuth
import World

/// The files that hold an app's certificate and private key, and how the key is to be used.
struct KeyFiles: Sendable {
    /// nil for a bare key, which providers other than Entra may know by its id.
    let certificate: String?
    let key: String?
    let password: SecretSource?
    let sendsChain: Bool
    let algorithm: SignatureAlgorithm?
    let keyID: String?

    private static let longest = 1 << 20
}

extension KeyFiles {
    /// - Throws: `noInput` when a file cannot be read; `badData` for what is wrong with its content.
    func load(in world: World, interaction: Interaction) throws(Failure) -> AssertionKey {
        let keyBytes: [UInt8]? = if let key { try world.files.read(key, limit: Self.longest) } else { nil }
        let password = try password?.read("certificate's password", in: world, interaction: interaction).reveal()
        guard let certificate else { return try bareKey(keyBytes ?? [], password: password) }
        let bytes = try world.files.read(certificate, limit: Self.longest)
        let identity: SigningIdentity
        do {
            identity = try SigningIdentity(certificate: bytes, key: keyBytes, password: password)
        } catch {
            throw explained(error)
        }
        if let leaf = identity.chain.first { try checkValidity(of: leaf, at: world.clock.now) }
        return AssertionKey(
            key: identity.key, chain: identity.chain, algorithm: algorithm, sendsChain: sendsChain, keyID: keyID)
    }

    private func bareKey(_ bytes: [UInt8], password: String?) throws(Failure) -> AssertionKey {
        do {
            let key = try PrivateKey(parsing: bytes, password: password)
            return AssertionKey(
                key: key, chain: [], algorithm: algorithm, sendsChain: false, keyID: keyID ?? key.publicKey.thumbprint)
        } catch {
            throw explained(error)
        }
    }

    private func checkValidity(of leaf: Certificate, at now: Int) throws(Failure) {
        let subject = "the certificate in \(names) (\(leaf.subject))"
        if leaf.notAfter < now {
            throw Failure(
                .badData, "\(subject) expired on \(UTCTime.text(leaf.notAfter))",
                hint: "register a new certificate with the app, and give that")
        }
        if leaf.notBefore > now {
            throw Failure(
                .badData, "\(subject) is valid only from \(UTCTime.text(leaf.notBefore))",
                hint: "check this machine's clock")
        }
    }

    private var names: String { [certificate, key].compactMap { $0.map { "'\($0)'" } }.joined(separator: " and ") }

    private func explained(_ error: JOSEError) -> Failure {
        var failure = Failure(error).within("cannot use \(names)")
        if error.code == .noPrivateKey { failure.hint = "give the key's file with --certificate-key PATH" }
        if error.code == .passwordRequired { failure.hint = "give it with --certificate-password SOURCE" }
        return failure
    }
}
