import Foundation
import TestSupport

/// A command as the built program describes itself.
struct Definitions: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let shouldDisplay: Bool
        let names: [Name]?
    }

    let commandName: String
    let superCommands: [String]?
    let arguments: [Argument]?
    let subcommands: [Definitions]?

    /// The words that lead to it: `tokenctl cache list`.
    var path: [String] { (superCommands ?? []) + [commandName] }

    /// Its visible options, as they are typed.
    var options: [String] {
        (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
            .map { ($0.kind == "long" ? "--" : "-") + $0.name }
    }

    /// The program and all its commands, but for ArgumentParser's own `help`.
    static func load() async throws -> [Definitions] {
        struct Dump: Decodable { let command: Definitions }
        let run = try await ProcessRun.of(BuiltProduct.tokenctl, ["--experimental-dump-help"])
        return try JSONDecoder().decode(Dump.self, from: run.outputBytes).command.withDescendants
    }

    private var withDescendants: [Definitions] {
        [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.withDescendants)
    }
}
