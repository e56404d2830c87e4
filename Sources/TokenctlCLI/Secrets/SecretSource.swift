import World

/// Where a secret comes from: the one grammar wherever a secret is given.
///
/// It names a place and never is the secret.
enum SecretSource: Sendable {
    case environment(String)
    case file(String)
    case descriptor(Int32)
    case command(String)
    case prompt
    /// The value itself, which others can see in the process list.
    case value(Secret)

    static let grammar = "env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE"

    /// What an option says; nil where it was not given.
    ///
    /// - Throws: `usage` for a bare value: most likely the secret itself, and so it is not repeated, or a mistyped path.
    init?(_ argument: String?, option: String) throws(Failure) {
        guard let argument else { return nil }
        guard let source = SecretSource(place: argument) else {
            throw Failure(
                .usage, "\(option) takes a place to read the secret from, not the secret itself",
                hint: "give one of \(Self.grammar)")
        }
        self = source
    }

    /// The place that a text names; nil where it names none.
    init?(place argument: String) {
        if argument == "stdin" || argument == "-" {
            self = .descriptor(0)
            return
        }
        if argument == "prompt" {
            self = .prompt
            return
        }
        guard let colon = argument.firstIndex(of: ":") else { return nil }
        let rest = String(argument[argument.index(after: colon)...])
        switch argument[..<colon] {
        case "env" where !rest.isEmpty: self = .environment(rest)
        case "file" where !rest.isEmpty: self = .file(rest)
        case "fd":
            guard let number = Int32(rest), number >= 0 else { return nil }
            self = .descriptor(number)
        case "cmd" where !rest.isEmpty: self = .command(rest)
        case "pass": self = .value(Secret(rest))
        default: return nil
        }
    }
}

extension SecretSource {
    /// A descriptor has its content once, and a person is asked, or warned, once.
    var canBeReadAgain: Bool {
        switch self {
        case .environment, .file, .command: true
        case .descriptor, .prompt, .value: false
        }
    }

    /// Longer than any token or key that is given as text.
    private static let longest = 1 << 20

    /// Reads the secret; one line break at its end is dropped.
    ///
    /// - Parameters:
    ///   - name: what is asked for, in words: "client secret".
    ///   - interaction: whether a person may be asked.
    /// - Throws: `noInput` when the place cannot be read, `badData` when it is empty or no text, `interactionRequired`.
    func read(_ name: String, in world: World, interaction: Interaction) throws(Failure) -> Secret {
        let bytes = try bytes(name, in: world, interaction: interaction)
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "the \(name) from \(place) is not text")
        }
        if text.last == "\n" || text.last == "\r\n" { text.removeLast() }
        guard !text.isEmpty else { throw Failure(.badData, "the \(name) from \(place) is empty") }
        return Secret(text)
    }

    /// Reads what is there as it is, for keys that may not be text.
    ///
    /// - Throws: `noInput` when the place cannot be read, `interactionRequired`.
    func bytes(_ name: String, in world: World, interaction: Interaction) throws(Failure) -> [UInt8] {
        switch self {
        case .value(let secret):
            if world.terminal.isWatched {
                world.terminal.note("tokenctl: warning: others on this machine can see the \(name) in the process list")
            }
            return Array(secret.reveal().utf8)
        case .environment(let variable):
            guard let value = world.environment[variable] else {
                throw Failure(.noInput, "the variable \(variable) for the \(name) is not set")
            }
            return Array(value.utf8)
        case .prompt: return Array(try typed(name, in: world, interaction: interaction).reveal().utf8)
        case .file, .descriptor, .command:
            do {
                return try stored(in: world)
            } catch {
                throw error.within("cannot read the \(name)")
            }
        }
    }

    private func stored(in world: World) throws(Failure) -> [UInt8] {
        switch self {
        case .file(let path): try world.files.read(path, limit: Self.longest)
        case .descriptor(let number): try world.files.read(descriptor: number, limit: Self.longest)
        case .command(let command): try world.processes.output(ofShellCommand: command, limit: Self.longest)
        case .environment, .prompt, .value: []
        }
    }

    private func typed(_ name: String, in world: World, interaction: Interaction) throws(Failure) -> Secret {
        guard interaction == .allowed else {
            throw Failure(
                .interactionRequired, "the \(name) would have to be typed, and nobody may be asked",
                hint: "give it as \(Self.grammar), or leave out --non-interactive")
        }
        guard world.terminal.isInteractive else {
            throw Failure(
                .interactionRequired, "the \(name) would have to be typed, and there is no terminal",
                hint: "give it as \(Self.grammar)")
        }
        return try world.terminal.askSecret("\(name.prefix(1).uppercased())\(name.dropFirst()): ")
    }

    private var place: String {
        switch self {
        case .environment(let variable): "the variable \(variable)"
        case .file(let path): "'\(path)'"
        case .descriptor(0): "standard input"
        case .descriptor(let number): "descriptor \(number)"
        case .command: "the command"
        case .prompt: "the terminal"
        case .value: "the command line"
        }
    }
}

/// Whether a person may be asked for something.
enum Interaction {
    case allowed
    case forbidden
}
