import ArgumentParser
import JOSE
import OAuth
import TokenCache
import World

/// `tokenctl accounts list`: who has signed in.
struct AccountsListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the signed-in accounts.",
        discussion: "As a table, or with --output json as an array.")

    @Option(name: .shortAndLong, help: .init("table or json (default: table).", valueName: "format"))
    var output: String?

    @OptionGroup(title: "Accounts") var filter: AccountFilterOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [Example("Everyone who has signed in:", "tokenctl accounts list")]

    func run(in world: World) throws(Failure) {
        let format = try ListFormat.named(output ?? "table", by: "--output")
        let accounts = try filter.accounts(
            in: world, notices: try messages.notices(in: world),
            interaction: messages.interaction(in: world.environment))
        switch format {
        case .json: try world.terminal.print(JSON.array(accounts.map(\.json)).compact + "\n")
        case .table:
            let rows = accounts.map { [$0.account.name, $0.tenant ?? "", $0.clientID, $0.provider] }
            try world.terminal.print(Table(["USERNAME", "TENANT", "CLIENT", "PROVIDER"], rows).text)
        }
    }
}

extension SignedInAccount {
    /// Only Entra-like authorities, which stand in the list by their host, have tenants.
    fileprivate var tenant: String? { provider.contains("://") ? nil : account.realm }

    fileprivate var json: JSON {
        .object([
            "username": .string(account.username), "home_account_id": .string(account.homeAccountID),
            "local_account_id": .string(account.localAccountID), "tenant_id": .optional(tenant),
            "client_id": .string(clientID), "provider": .string(provider),
        ])
    }
}
