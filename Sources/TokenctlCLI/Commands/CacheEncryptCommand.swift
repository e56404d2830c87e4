import ArgumentParser
import TokenCache
import World

/// `tokenctl cache encrypt`: no token stays on disk in plain text.
struct CacheEncryptCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "encrypt",
        abstract: "Encrypt the cached tokens, or change the key that they are encrypted with.",
        discussion: """
            Each file becomes a JWE (RFC 7516) with AES-256-GCM, which MSAL applications cannot read. In the keyrings a key is made where there is none; \
            other places must hold one: 32 bytes, as they are, in hexadecimal or in base64. From then on set \
            TOKENCTL_CACHE_KEY to the same place: without it the cache is not used. To change the key, leave \
            TOKENCTL_CACHE_KEY at the old one and give the new one with --key.
            """)

    @OptionGroup(title: "Encryption") var encryption: CacheKeyOptions
    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "With a key in the kernel's keyring, until the machine restarts:", "tokenctl cache encrypt --key keyring"),
        Example("With the desktop's keyring:", "tokenctl cache encrypt --key secret-service"),
        Example(
            "With a key in a file:",
            "(umask 077; openssl rand -base64 32 > ~/cache.key); tokenctl cache encrypt --key file:$HOME/cache.key"),
    ]

    func run(in world: World) throws(Failure) {
        let notices = try messages.notices(in: world)
        let interaction = messages.interaction(in: world.environment)
        let path = try folder.cacheFolder(in: world.environment)
        guard let place = try encryption.place(in: world.environment) else {
            throw Failure(
                .usage, "no place of a key is given",
                hint: "give --key, or set TOKENCTL_CACHE_KEY, to one of \(CacheKeyPlace.grammar)")
        }
        let cache = CacheEncryption(
            store: world.files.store(at: path) { notices.warn($0) }, clock: world.clock,
            keys: try encryption.otherKeys(for: path, in: world, interaction: interaction))
        let count = try cache.encrypt { () throws(Failure) in
            try place.find(for: path, in: world, interaction: interaction)
        } orNew: { () throws(Failure) in
            try place.make(for: path, in: world)
        }
        guard world.terminal.isWatched else { return }
        notices.inform("encrypted \(count) \(count == 1 ? "file" : "files")")
        if encryption.key != nil { notices.inform("from now on set \(encryption.setting)") }
    }
}
