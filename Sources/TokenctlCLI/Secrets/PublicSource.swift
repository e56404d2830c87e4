import World

/// Where something is read that is mostly no secret: a source as for secrets, or simply a path.
struct PublicSource {
    private let source: SecretSource
    private let option: String
    private let isPath: Bool

    /// - Parameter option: the option that holds it, for messages.
    init(_ argument: String, option: String) {
        let source = SecretSource(place: argument)
        self.source = source ?? .file(argument)
        self.option = option
        isPath = source == nil
    }

    var isStandardInput: Bool {
        if case .descriptor(0) = source { true } else { false }
    }

    /// - Throws: `noInput`, `usage` for an address; a path that cannot be read is not repeated, as it may be a secret given in its place.
    func read(_ name: String, in world: World, interaction: Interaction) throws(Failure) -> [UInt8] {
        do {
            return try source.bytes(name, in: world, interaction: interaction)
        } catch {
            guard isPath else { throw error }
            if case .file(let path) = source, path.hasPrefix("https://") || path.hasPrefix("http://") {
                throw Failure(
                    .usage, "\(option) fetches nothing: it takes a file or another source",
                    hint: "name the issuer with --issuer, or give cmd:'curl -s …'")
            }
            guard case .file(let path) = source else { throw error }
            throw Failure(
                error.code, error.message.replacing("'\(path)'", with: "the file that \(option) names"),
                hint: "give a path, or one of \(SecretSource.grammar)")
        }
    }
}
