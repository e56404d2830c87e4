import ArgumentParser
import OAuth
import World

/// `tokenctl device-code`: a person signs in on another device.
struct DeviceCodeCommand: FlowCommand {
    static let configuration = CommandConfiguration.subcommand(
        "device-code",
        abstract: "Get a user's token by signing in on another device.",
        discussion: """
            A cached token or refresh token is used where there is one. Otherwise an address and a code are shown on \
            standard error, to be opened and entered on any device with a browser.
            """)

    @Flag(help: "Open the address in this machine's browser too.")
    var open = false

    @Flag(help: "Show the address as a QR code.")
    var qr = false

    @Flag(help: "Copy the code to the clipboard, through the terminal.")
    var copy = false

    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Provider") var provider: ProviderOptions
    @OptionGroup(title: "App") var credential: CredentialOptions
    @OptionGroup(title: "Token") var token: TokenOptions
    @OptionGroup(title: "Person") var patience: PatienceOptions
    @OptionGroup(title: "Cache") var cache: CacheOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example(
            "Sign in, and keep the token in a variable:",
            "TOKEN=$(tokenctl device-code --tenant contoso.com --client-id ID --scope User.Read)"),
        Example(
            "Read the code with a telephone:",
            "tokenctl device-code --issuer https://idp.example.com --client-id ID --scope api.read --qr"),
    ]

    var asksPerson: Bool { true }

    func run(in world: World) throws(Failure) {
        let patience = try patience.seconds()
        try deliver(account.subject, in: world) { request throws(Failure) in
            try LimitedFlow.deviceCode.check(request.provider)
        } by: { surroundings throws(Failure) in
            guard surroundings.interaction == .allowed else { return nil }
            let screen = DeviceCodeScreen(
                request: surroundings.request, opensBrowser: open, showsQRCode: qr, copiesCode: copy, world: world,
                notices: surroundings.notices)
            return DeviceCodeFlow(client: surroundings.client, patience: patience, presentation: screen.presentation)
        }
    }
}
