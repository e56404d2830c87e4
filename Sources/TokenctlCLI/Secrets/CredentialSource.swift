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
        case .assertion(let source): .assertion(try assertion(from: source, in: world, interaction: interaction))
        }
    }

    /// What can be read again is read for each request: a long run outlives an assertion.
    private func assertion(
        from source: SecretSource, in world: World, interaction: Interaction
    ) throws(Failure) -> @Sendable () throws(Failure) -> Secret {
        let read = { @Sendable () throws(Failure) in
            try source.read("client assertion", in: world, interaction: interaction)
        }
        guard !source.canBeReadAgain else { return read }
        let assertion = try read()
        return { () throws(Failure) in assertion }
    }
}
