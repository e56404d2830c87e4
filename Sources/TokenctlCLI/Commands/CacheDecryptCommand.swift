import ArgumentParser
import TokenCache
import World

/// `tokenctl cache decrypt`: undoes `cache encrypt`.
struct CacheDecryptCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "decrypt",
        abstract: "Decrypt the cached tokens: their files are plain JSON again.",
        discussion: "Unset TOKENCTL_CACHE_KEY afterwards: where it is set, tokens are encrypted when they are written.")

    @OptionGroup(title: "Encryption") var encryption: CacheKeyOptions
    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("With the key that TOKENCTL_CACHE_KEY names:", "tokenctl cache decrypt"),
        Example("With a key in a file:", "tokenctl cache decrypt --key file:$HOME/cache.key"),
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let interaction = messages.interaction(in: world.environment)
        let path = try folder.cacheFolder(in: world.environment)
        let given = try encryption.place(in: world.environment)
        let others = try encryption.otherKeys(for: path, in: world, interaction: interaction)
        let cache = CacheEncryption(
            store: world.files.store(at: path) { notices.warn($0) }, clock: world.clock,
            keys: [given?.lazily(for: path, in: world, interaction: interaction)].compactMap(\.self) + others)
        let count = try cache.decrypt()
        guard world.terminal.isWatched else { return }
        notices.inform("decrypted \(count) \(count == 1 ? "file" : "files")")
        if try CacheKeyPlace.configured(in: world.environment) != nil {
            notices.inform("unset TOKENCTL_CACHE_KEY, or tokens are encrypted again when they are written")
        }
    }
}
