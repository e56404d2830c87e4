/// `tokenctl.1`: what all commands have in common.
struct RootPage {
    let root: CommandDump
    let manual: Manual

    var page: ManPage {
        let frame = PageFrame(name: root.commandName, manual: manual)
        var mdoc = frame.begin(abstract: root.abstract)
        synopsis(to: &mdoc)
        mdoc.macro("Sh", "DESCRIPTION")
        mdoc.prose([root.abstract, root.discussion].compactMap(\.self).joined(separator: "\n\n"))
        commands(to: &mdoc)
        mdoc.macro("Sh", "OPTIONS")
        OptionList(arguments: root.shownArguments(ofRoot: true), variables: manual.variables)
            .write(to: &mdoc, hasTitles: true)
        mdoc.macro("Pp")
        mdoc.prose(StandingText.options)
        secrets(to: &mdoc)
        frame.environment(manual.variables, closing: nil, to: &mdoc)
        frame.files(to: &mdoc)
        mdoc.macro("Sh", "EXIT STATUS")
        mdoc.list(manual.exitStatuses.map { ([.word($0.term)], $0.meaning) })
        frame.examples(root.shownSubcommands.compactMap { manual.examples[$0.commandName]?.first }, to: &mdoc)
        frame.seeAlso(root.shownSubcommands.map { "\(root.commandName)-\($0.commandName)" }, to: &mdoc)
        mdoc.macro("Sh", "SECURITY CONSIDERATIONS")
        mdoc.prose(StandingText.security)
        return frame.page(mdoc)
    }

    private func synopsis(to mdoc: inout Mdoc) {
        mdoc.macro("Sh", "SYNOPSIS")
        mdoc.macro("Nm", .word(root.commandName))
        mdoc.macro("Ar", "command")
        mdoc.macro("Op", "Ar", "options")
        mdoc.macro("Nm", .word(root.commandName))
        mdoc.macro("Cm", "help", "Op", "Ar", "command")
        mdoc.macro("Nm", .word(root.commandName))
        mdoc.macro("Fl", .word("-version"))
    }

    private func commands(to mdoc: inout Mdoc) {
        mdoc.macro("Sh", "COMMANDS")
        mdoc.prose("Each command has a page of its own: see tokenctl-COMMAND(1), or tokenctl help COMMAND.")
        mdoc.list(root.shownSubcommands.map { (["Cm", .word($0.commandName)], $0.abstract ?? "") })
    }

    private func secrets(to mdoc: inout Mdoc) {
        mdoc.macro("Sh", "SECRETS")
        mdoc.prose(StandingText.secrets)
        mdoc.list(StandingText.sources.map { (["Cm", .word($0.term)], $0.meaning) })
        mdoc.macro("Pp")
        mdoc.prose(StandingText.afterSources)
    }
}
