import ArgumentParser
import OAuth
import WSTrust
import World

/// `tokenctl iwa`: a federated user's token by a Kerberos ticket.
struct IWACommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "iwa",
        abstract: "Get a federated user's token by a Kerberos ticket, without a password.",
        discussion: """
            Integrated Windows authentication, on any machine that has a ticket: of kinit, of a login, or of a \
            keytab. It is for users whose domain is federated with Entra, as by AD FS; users that Entra itself manages \
            cannot use it. Nobody is asked anything: the user or an administrator must have consented to the app \
            before, and where MFA is wanted the command ends with status 20. The tenant is an id, a domain or \
            "organizations".

            Whose tickets they are says whose token is wanted. --username says it where Entra knows the person by \
            another name, or where there are several people's tickets or keys: it takes those that look like that \
            user's, and another user's token is refused. With it a cached token, or refresh token, needs no ticket.
            """)

    @Option(help: .init("The user name that Entra knows (default: the ticket's).", valueName: "user"))
    var username: String?

    @Option(
        help: .init(
            "A file of Kerberos keys to get a ticket with (default: the ticket that is there).", valueName: "path"),
        completion: .file())
    var keytab: String?

    @Option(
        help: .init(
            "The name in the keytab (default: the one like the user name, else the first).", valueName: "name"))
    var principal: String?

    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: TokenOptions
    @OptionGroup(title: "Cache") var cache: CacheOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "With the ticket of this login:",
            "tokenctl iwa --tenant contoso.com --client-id ID --username ann@contoso.com --scope User.Read"),
        Example(
            "As a service, with its keytab:",
            "tokenctl iwa --tenant contoso.com --client-id ID --username job@contoso.com "
                + "--keytab /etc/job.keytab --scope User.Read"),
    ]

    func run(in world: World) throws(Failure) {
        let tickets = try tickets
        let username = username ?? world.environment.first("AZURE_USERNAME")
        try LimitedFlow.integratedWindows.check(provider.provider(in: world.environment))
        // Nobody is to get what another person's ticket put into the cache.
        let person =
            if let username { username } else { PrincipalName(try world.kerberos.principal(in: tickets)).username }
        try deliver(.user(person), in: world) { surroundings in
            IntegratedWindowsFlow(client: surroundings.client, username: username, tickets: tickets)
        }
    }

    private var tickets: TicketSource {
        get throws(Failure) {
            if let keytab { return .keytab(path: keytab, principal: principal) }
            guard principal == nil else {
                throw Failure(
                    .usage, "--principal goes with --keytab only", hint: "get that ticket first: kinit PRINCIPAL")
            }
            return .cache
        }
    }
}
