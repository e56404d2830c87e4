import ArgumentParser
import TokenCache
import World

/// Where the key of an encrypted cache is.
struct CacheKeyOptions: ParsableArguments {
    @Option(
        help: .init(
            "Where the key is: \(CacheKeyPlace.grammar) (default: what TOKENCTL_CACHE_KEY says).",
            valueName: "source"))
    var key: String?
}

extension CacheKeyOptions {
    /// What the option says, or else the variable; nil where neither says anything.
    func place(in environment: Environment) throws(Failure) -> CacheKeyPlace? {
        if let key { return try CacheKeyPlace(key, by: "--key") }
        return try CacheKeyPlace.configured(in: environment)
    }

    /// The key that the variable names, where the option names another: files may still be encrypted with it.
    func otherKeys(
        for folder: String, in world: World, interaction: Interaction
    ) throws(Failure) -> [CacheKeySource] {
        guard key != nil, let place = try CacheKeyPlace.configured(in: world.environment) else { return [] }
        return [place.lazily(for: folder, in: world, interaction: interaction)]
    }

    /// How the variable has to be set; sources that hold a secret or can be read only once are not repeated.
    var setting: String {
        guard let key, KeyVault(rawValue: key) != nil || key.hasPrefix("file:/") || key.hasPrefix("env:") else {
            return "TOKENCTL_CACHE_KEY to where this key can be read each time"
        }
        return "TOKENCTL_CACHE_KEY=\(ShellQuote.posixIfNeeded(key))"
    }
}
