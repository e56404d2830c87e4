import FoundationEssentials

/// What `tokenctl --experimental-dump-help` prints, as far as the pages need it: ArgumentParser's ToolInfo, version 0.
struct ToolDump: Decodable {
    let serializationVersion: Int
    let command: CommandDump

    /// - Throws: `DecodingError`, also for another version of the format.
    init(parsing json: [UInt8]) throws {
        let dump = try JSONDecoder().decode(Self.self, from: Data(json))
        guard dump.serializationVersion == 0 else {
            let problem = "version \(dump.serializationVersion) of the dump is not known"
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: problem))
        }
        self = dump
    }
}

/// A command and the commands below it.
struct CommandDump: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let arguments: [ArgumentDump]?
    let subcommands: [CommandDump]?

    /// The options that pages show; `--help` and `--version` of a sub-command are those of the program.
    func shownArguments(ofRoot: Bool) -> [ArgumentDump] {
        (arguments ?? []).filter { $0.shouldDisplay && (ofRoot || !$0.isBuiltIn) }
    }

    /// Without ArgumentParser's own `help`.
    var shownSubcommands: [CommandDump] {
        (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }
}

/// A positional argument, an option or a flag.
struct ArgumentDump: Decodable {
    enum Kind: String, Decodable {
        case positional, option, flag
    }

    struct Name: Decodable {
        enum Kind: String, Decodable {
            case long, short, longWithSingleDash
        }

        let kind: Kind
        let name: String

        /// As it is typed, but for one dash less: mdoc's `Fl` puts that in front.
        var afterDash: String { kind == .long ? "-\(name)" : name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let sectionTitle: String?
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let discussion: String?

    /// ArgumentParser adds these to every command.
    var isBuiltIn: Bool { sectionTitle == nil && kind == .flag && ["help", "version"].contains(valueName) }
}
