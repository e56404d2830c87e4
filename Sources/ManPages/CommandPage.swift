/// `tokenctl-COMMAND.1`: one command, and the commands below it.
struct CommandPage {
    let command: CommandDump
    let root: CommandDump
    let manual: Manual

    var page: ManPage {
        let frame = PageFrame(name: "\(root.commandName)-\(command.commandName)", manual: manual)
        var mdoc = frame.begin(abstract: command.abstract)
        mdoc.macro("Sh", "SYNOPSIS")
        if command.shownSubcommands.isEmpty {
            synopsis(of: command, path: command.commandName, to: &mdoc)
        }
        for child in command.shownSubcommands { synopsis(of: child, path: path(to: child), to: &mdoc) }
        mdoc.macro("Sh", "DESCRIPTION")
        mdoc.prose(description(of: command))
        children(to: &mdoc)
        options(to: &mdoc)
        frame.environment(
            variables, closing: "tokenctl(1) lists all variables that the program reads.", to: &mdoc)
        if allArguments.contains(where: { $0.names?.contains { $0.name == "config-dir" } == true }) {
            frame.files(to: &mdoc)
        }
        mdoc.macro("Sh", "EXIT STATUS")
        mdoc.prose("See EXIT STATUS in tokenctl(1), which lists those of all commands.")
        frame.examples(examples, to: &mdoc)
        frame.seeAlso([root.commandName], to: &mdoc)
        return frame.page(mdoc)
    }

    private func path(to child: CommandDump) -> String { "\(command.commandName) \(child.commandName)" }

    private func description(of command: CommandDump) -> String {
        [command.abstract, command.discussion].compactMap(\.self).joined(separator: "\n\n")
    }

    /// The options that must be given are named, the others are below.
    private func synopsis(of command: CommandDump, path: String, to mdoc: inout Mdoc) {
        mdoc.macro("Nm", .word(root.commandName))
        mdoc.macro("Cm", [.call(path)])
        let arguments = command.shownArguments(ofRoot: false)
        if arguments.contains(where: { $0.kind != .positional && $0.isOptional }) { mdoc.macro("Op", "Ar", "options") }
        let named = arguments.filter { $0.kind != .positional && !$0.isOptional }
        for argument in named + arguments.filter({ $0.kind == .positional }) {
            let use = OptionList.use(argument)
            if argument.isOptional {
                mdoc.macro("Op", [.call(use.macro)] + use.arguments)
            } else {
                mdoc.macro(use.macro, use.arguments)
            }
        }
    }

    private func children(to mdoc: inout Mdoc) {
        guard !command.shownSubcommands.isEmpty else { return }
        mdoc.macro("Sh", "COMMANDS")
        for child in command.shownSubcommands {
            mdoc.macro("Ss", .word(path(to: child)))
            mdoc.prose(description(of: child))
            OptionList(arguments: child.shownArguments(ofRoot: false), variables: standIns)
                .write(to: &mdoc, hasTitles: false)
        }
    }

    private func options(to mdoc: inout Mdoc) {
        let arguments = command.shownArguments(ofRoot: false)
        guard !arguments.isEmpty else { return }
        mdoc.macro("Sh", "OPTIONS")
        OptionList(arguments: arguments, variables: standIns).write(to: &mdoc, hasTitles: true)
        if arguments.contains(where: { $0.valueName == "source" }) {
            mdoc.macro("Pp")
            mdoc.prose("The section SECRETS of tokenctl(1) explains each SOURCE.")
        }
    }

    private var allArguments: [ArgumentDump] {
        ([command] + command.shownSubcommands).flatMap { $0.shownArguments(ofRoot: false) }
    }

    private var standIns: [Manual.Variable] {
        manual.variables.filter { !$0.exceptions.contains(command.commandName) }
    }

    /// Those that stand in for an option of this command.
    private var variables: [Manual.Variable] {
        let names = Set(allArguments.flatMap { $0.names ?? [] }.map { "-\($0.afterDash)" })
        return standIns.filter { $0.option.map(names.contains) == true }
    }

    private var examples: [Manual.Example] {
        ([command.commandName] + command.shownSubcommands.map(path)).flatMap { manual.examples[$0] ?? [] }
    }
}
