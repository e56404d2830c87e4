import ArgumentParser
import TokenCache
import World

/// Which of the signed-in accounts are meant.
struct AccountFilterOptions: ParsableArguments {
    @Option(help: .init("Only accounts of this app.", valueName: "id"))
    var clientId: String?

    @Option(help: .init("Only accounts at this provider, as tokenctl accounts list has it.", valueName: "provider"))
    var provider: String?

    @Option(
        help: .init(
            "The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).",
            valueName: "dir"),
        completion: .directory)
    var configDir: String?
}

extension AccountFilterOptions {
    /// - Parameter interaction: whether a person may be asked for the key of an encrypted cache.
    func accounts(
        in world: World, notices: Notices, interaction: Interaction
    ) throws(Failure) -> [SignedInAccount] {
        guard let directory = try directory(in: world, notices: notices, interaction: interaction) else { return [] }
        let place = provider?.lowercased()
        return directory.accounts().filter {
            (clientId == nil || $0.clientID == clientId) && (place == nil || $0.provider.lowercased() == place)
        }
    }

    /// Whether not all accounts are meant.
    var isNarrow: Bool { clientId != nil || provider != nil }

    /// nil without a home.
    func directory(
        in world: World, notices: Notices, interaction: Interaction
    ) throws(Failure) -> AccountDirectory? {
        guard let path = try ConfigDirectory.path(given: configDir, in: world.environment) else {
            notices.warn("there is no home directory (set HOME, or give --config-dir)")
            return nil
        }
        let store = try world.readableCacheStore(at: path + "/cache", notices: notices, interaction: interaction)
        return AccountDirectory(store: store, clock: world.clock) { notices.warn($0) }
    }
}
