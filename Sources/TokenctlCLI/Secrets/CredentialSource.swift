import OAuth
import World

/// Where an app's credential is to be had.
enum CredentialSource: Sendable {
    case secret(SecretSource)
    case key(KeyFiles)
    case assertion(SecretSource)
}

extension CredentialSource {
    /// Reads and checks the credential; the network is not used.
    func load(in world: World, interaction: Interaction) throws(Failure) -> ClientCredential {
        switch self {
        case .secret(let source): .secret(try source.read("client secret", in: world, interaction: interaction))
        case .key(let files): .key(try files.load(in: world, interaction: interaction))
        case .assertion(let source):
            .assertion(try source.read("client assertion", in: world, interaction: interaction))
        }
    }
}
