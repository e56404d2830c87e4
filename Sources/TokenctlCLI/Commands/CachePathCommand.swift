import ArgumentParser
import World

/// `tokenctl cache path`: where the cached tokens are.
struct CachePathCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Print the folder of the cached tokens.",
        discussion: "It is printed whether it is there or not.")

    @OptionGroup(title: "Cache") var folder: FolderOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [Example("How much there is:", "du -sh \"$(tokenctl cache path)\"")]

    func run(in world: World) throws(Failure) {
        _ = try messages.notices(in: world)
        try world.terminal.print(try folder.cacheFolder(in: world.environment) + "\n")
    }
}
