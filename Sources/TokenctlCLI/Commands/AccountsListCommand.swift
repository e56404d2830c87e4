import ArgumentParser
import JSON
import OAuth
import World

/// `tokenctl accounts list`.
struct AccountsListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts that have signed in to a client.")

    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: ClientIDOptions
    @OptionGroup(title: "Cache") var cache: ConfigDirectoryOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions
}
