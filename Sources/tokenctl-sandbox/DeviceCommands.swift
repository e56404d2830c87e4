import ArgumentParser
import TokenctlSandbox

/// `tokenctl-sandbox approve CODE`: signs in for a device.
struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve a device code, as a person would on the verification page.")

    @OptionGroup var answer: DeviceAnswer

    func run() throws { try answer.give(isApproval: true) }
}

/// `tokenctl-sandbox decline CODE`.
struct DeclineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "decline", abstract: "Decline a device code.")

    @OptionGroup var answer: DeviceAnswer

    func run() throws { try answer.give(isApproval: false) }
}

/// Which code, by whom, and where.
struct DeviceAnswer: ParsableArguments {
    @Argument(help: "The user code, as it was shown.")
    var code: String

    @OptionGroup var person: PersonOptions

    @Option(help: ArgumentHelp("The sandbox; by default what TOKENCTL_AUTHORITY says.", valueName: "url"))
    var base: String?

    func give(isApproval: Bool) throws {
        guard let base = base ?? Environment["TOKENCTL_AUTHORITY"] else {
            throw ValidationError("say where the sandbox is with --base, or set TOKENCTL_AUTHORITY")
        }
        try Blocking.wait { [code, user = person.user] in
            try await DeviceDriver(base: base).decide(code, user: user, isApproval: isApproval)
        }
    }
}

/// Who signs in.
struct PersonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Who signs in, such as alice or alice@contoso.example; by default alice.", valueName: "name")
    )
    var user: String?
}
