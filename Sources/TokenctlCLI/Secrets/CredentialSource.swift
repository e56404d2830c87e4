import OAuth
import World

/// Where an app's credential is to be had.
enum CredentialSource: Sendable {
    case secret(SecretSource)
    case key(KeyFiles)
    case assertion(SecretSource)
}

extension CredentialSource? {
    /// Reads and checks the credential; the network is not used.
    ///
    /// - Throws: `usage` when there is none; else what is wrong with the place or the content.
    func load(in world: World, interaction: Interaction) throws(Failure) -> ClientCredential {
        guard let self else {
            throw Failure(
                .usage, "no client credential",
                hint: "give --client-secret, --certificate or --client-assertion, or set TOKENCTL_CLIENT_SECRET")
        }
        return try self.load(in: world, interaction: interaction)
    }
}

extension CredentialSource {
    fileprivate func load(in world: World, interaction: Interaction) throws(Failure) -> ClientCredential {
        switch self {
        case .secret(let source): .secret(try source.read("client secret", in: world, interaction: interaction))
        case .key(let files): .key(try files.load(in: world, interaction: interaction))
        case .assertion(let source):
            .assertion(try source.read("client assertion", in: world, interaction: interaction))
        }
    }
}
