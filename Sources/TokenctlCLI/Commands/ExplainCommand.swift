import ArgumentParser
import JOSE
import OAuth
import World

/// `tokenctl explain`: what an error means, whose fault it is and what to do.
struct ExplainCommand: Command {
    static let configuration = CommandConfiguration.subcommand(
        "explain",
        abstract: "Explain an error: what it means, whose fault it is and what to do.",
        discussion: """
            Takes a number (AADSTS50076 or 50076), an OAuth error name, or a whole error as text or JSON: the \
            provider's own, MSAL's, or what tokenctl itself writes. Nothing is sent anywhere. Of the error only \
            numbers, names, ids and the claims challenge are shown, as the rest may hold secrets.
            """)

    @Argument(help: .init("The error itself, file:PATH, or - for standard input (the default).", valueName: "error"))
    var text: String?

    @Option(name: .shortAndLong, help: .init("text or json (default: text).", valueName: "format"))
    var output: String?

    @Option(
        help: .init(
            "Where to read the assertion that was refused; its iss, sub and aud are shown too.", valueName: "source"))
    var assertion: String?

    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("What a number means:", "tokenctl explain AADSTS50076"),
        Example(
            "Why a workflow's own assertion does not match the app's federated credential:",
            "tokenctl explain file:error.json --assertion file:assertion.jwt"),
        Example(
            "Why a run failed, by tokenctl's own error:",
            "tokenctl get --error-format json 2>&1 >/dev/null | tokenctl explain"),
    ]

    private enum Format: String, NamedValue {
        static let kind = "format"
        case text, json
    }

    func run(in world: World) throws(Failure) {
        _ = try messages.notices(in: world)
        let format = try Format.named(output ?? "text", by: "--output")
        let source = try SecretSource(assertion, option: "--assertion")
        if case .descriptor(0) = source, isOnStandardInput {
            throw Failure(.usage, "the error and the assertion cannot both come from standard input")
        }
        let report = ReportedError(try reading(in: world))
        let explanations = try Explanation.all(of: report)
        let claims = try source.map { source throws(Failure) in
            AssertionClaims(try TokenClaims(of: try secret(from: source, in: world)))
        }
        let details = ErrorDetails(report: report, assertion: claims)
        switch format {
        case .json: try world.terminal.print(explanations.map { details.json(of: $0).compact + "\n" }.joined())
        case .text:
            let parts = explanations.map(\.lines) + [details.lines]
            let texts = parts.filter { !$0.isEmpty }.map { $0.map { PrintableText.line($0) + "\n" }.joined() }
            try world.terminal.print(texts.joined(separator: "\n"))
        }
    }

    private var isOnStandardInput: Bool { text == nil || text == "-" || text == "stdin" }

    private func reading(in world: World) throws(Failure) -> String {
        let bytes: [UInt8]
        if isOnStandardInput {
            bytes = try world.files.read(descriptor: 0, limit: Self.longest)
        } else if let text, text.hasPrefix("file:") {
            bytes = try world.files.read(String(text.dropFirst("file:".count)), limit: Self.longest)
        } else {
            bytes = Array((text ?? "").utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func secret(from source: SecretSource, in world: World) throws(Failure) -> String {
        let interaction = messages.interaction(in: world.environment)
        return try source.read("assertion", in: world, interaction: interaction).reveal()
    }

    private static let longest = 1 << 20
}
