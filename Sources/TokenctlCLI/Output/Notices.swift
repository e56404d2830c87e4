import Synchronization
import World

/// What is said to people while the program works: warnings, and remarks for those who asked for more.
final class Notices: Sendable {
    private let terminal: any Terminal
    private let isQuiet: Bool
    private let isVerbose: Bool
    private let said = Mutex<Set<String>>([])

    init(terminal: any Terminal, isQuiet: Bool, isVerbose: Bool) {
        self.terminal = terminal
        self.isQuiet = isQuiet
        self.isVerbose = isVerbose
    }

    /// Something is wrong, but work goes on; each trouble is told once.
    func warn(_ text: String) {
        guard !isQuiet, said.withLock({ $0.insert(text).inserted }) else { return }
        say("warning: \(text)")
    }

    /// Worth knowing for whoever sits there.
    func inform(_ text: String) {
        guard !isQuiet else { return }
        say("note: \(text)")
    }

    /// Why it takes so long: for whoever sits there, and for `-v`.
    func progress(_ text: String) {
        guard isVerbose || terminal.isWatched && !isQuiet else { return }
        say(text)
    }

    /// What is going on, for `-v`.
    func remark(_ text: @autoclosure () -> String) {
        guard isVerbose else { return }
        say(text())
    }

    /// One line for programs; for people, lines that fit their terminal.
    private func say(_ text: String) {
        let line = "tokenctl: " + PrintableText.line(text)
        let lines = terminal.isWatched ? TextWrap.lines(line, width: terminal.width) : [line]
        lines.forEach { terminal.note($0) }
    }
}
