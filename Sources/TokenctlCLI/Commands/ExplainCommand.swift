import ArgumentParser
import JOSE
import OAuth
import World

/// `tokenctl explain`: what an error means and what to do; why an API would refuse a token.
struct ExplainCommand: Command {
    static let configuration = CommandConfiguration.subcommand(
        "explain",
        abstract: "Explain an error, or why an API would refuse a token.",
        discussion: """
            Of an error: what it means, whose fault it is and what to do. Takes a number (AADSTS50076 or 50076), an OAuth \
            error name, or a whole error as text or JSON: the provider's own, MSAL's, or what tokenctl itself writes. Of \
            the error only numbers, names, ids and the claims challenge are shown, as the rest may hold secrets.

            Of a token, given in any of the forms that decode takes: what in it makes an API refuse it, and what to do; \
            with --revocation, what takes it away before it expires. Nothing is verified, and nothing is sent anywhere.
            """)

    @Argument(
        help: .init("The error or token itself, file:PATH, or - for standard input (the default).", valueName: "error"))
    var text: String?

    @Option(name: .shortAndLong, help: .init("text or json (default: text).", valueName: "format"))
    var output: String?

    @Option(
        help: .init(
            "Where to read the assertion that was refused; its iss, sub and aud are shown too.", valueName: "source"))
    var assertion: String?

    @Option(
        name: .customLong("for"),
        help: .init(
            "The API that refused the token: its client id or URI, or graph, or arm (Azure Resource Manager).",
            valueName: "api"))
    var api: String?

    @Option(
        help: .init(
            "What that API wants in the token, such as scp=Files.Read or roles=Reader. Repeatable.",
            valueName: "name=value"))
    var require: [String] = []

    @Flag(
        help: "Say what revokes the token, and how long it lasts; on a terminal and without a token, the whole table.")
    var revocation = false

    @OptionGroup(title: "Messages") var messages: MessageOptions

    static let examples = [
        Example("What a number means:", "tokenctl explain AADSTS50076"),
        Example(
            "Why a workflow's own assertion does not match the app's federated credential:",
            "tokenctl explain file:error.json --assertion file:assertion.jwt"),
        Example(
            "Why an API refuses a token:",
            "tokenctl get --scope User.Read | tokenctl explain --for api://11112222-bbbb-3333-cccc-4444dddd5555"),
        Example(
            "Whether a token has what Microsoft Graph wants for a call:",
            "tokenctl client-credentials | tokenctl explain --for graph --require roles=User.Read.All"),
        Example(
            "What ends a token before its time:", "tokenctl get --scope User.Read | tokenctl explain --revocation"),
        Example(
            "Why a run failed, by tokenctl's own error:",
            "tokenctl get --error-format json 2>&1 >/dev/null | tokenctl explain"),
    ]

    func run(in world: World) throws(Failure) {
        _ = try messages.notices(in: world)
        let format = try ReportFormat.named(output ?? "text", by: "--output")
        let source = try SecretSource(assertion, option: "--assertion")
        let question = try TokenQuestion(api: api, requirements: require, revocation: revocation)
        if question.isExplicit, source != nil {
            throw Failure(.usage, "--assertion is for errors, and not for tokens", hint: "leave it out")
        }
        if case .descriptor(0) = source, TokenInput.isStandardInput(text) {
            throw Failure(.usage, "the error and the assertion cannot both come from standard input")
        }
        if revocation, text == nil, world.terminal.isTyped {
            let table = TokenQuestion.table
            return try write([table.json], table.lines, as: format, in: world)
        }
        // What explains itself in a megabyte.
        let bytes = try TokenInput.bytes(of: text, limit: 1 << 20, in: world)
        if question.isExplicit || (source == nil && TokenGuess.isToken(bytes)) {
            let answer = try question.answer(for: bytes, now: world.clock.now)
            return try write([answer.json], answer.lines, as: format, in: world)
        }
        let report = ReportedError(String(decoding: bytes, as: UTF8.self))
        let explanations = try Explanation.all(of: report)
        let claims = try source.map { source throws(Failure) in
            AssertionClaims(try TokenClaims(of: try secret(from: source, in: world)))
        }
        let details = ErrorDetails(report: report, assertion: claims)
        try write(
            explanations.map { details.json(of: $0) }, explanations.map(\.lines) + [details.lines], as: format,
            in: world)
    }

    /// - Parameters:
    ///   - objects: one a line.
    ///   - paragraphs: of lines.
    private func write(
        _ objects: [JSON], _ paragraphs: [[String]], as format: ReportFormat, in world: World
    ) throws(Failure) {
        switch format {
        case .json: try world.terminal.print(objects.map { $0.compact + "\n" }.joined())
        case .text:
            let texts = paragraphs.filter { !$0.isEmpty }.map { $0.map { PrintableText.line($0) + "\n" }.joined() }
            try world.terminal.print(texts.joined(separator: "\n"))
        }
    }

    private func secret(from source: SecretSource, in world: World) throws(Failure) -> String {
        let interaction = messages.interaction(in: world.environment)
        return try source.read("assertion", in: world, interaction: interaction).reveal()
    }
}
