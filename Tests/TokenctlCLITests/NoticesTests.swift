import FakeWorld
import Testing

@testable import TokenctlCLI

struct NoticesTests {
    private func notes(isQuiet: Bool = false, isVerbose: Bool = false, _ say: (Notices) -> Void) -> [String] {
        let terminal = RecordingTerminal()
        say(Notices(terminal: terminal, isQuiet: isQuiet, isVerbose: isVerbose))
        return terminal.notes
    }

    @Test func `each trouble is told once`() {
        let notes = notes { notices in
            notices.warn("a")
            notices.warn("b")
            notices.warn("a")
        }
        #expect(notes == ["tokenctl: warning: a", "tokenctl: warning: b"])
    }

    @Test func `who wants quiet gets it, who wants more gets more`() {
        func all(_ notices: Notices) {
            notices.warn("w")
            notices.inform("i")
            notices.remark("r")
        }
        #expect(notes(all) == ["tokenctl: warning: w", "tokenctl: note: i"])
        #expect(notes(isQuiet: true, all).isEmpty)
        #expect(notes(isVerbose: true, all) == ["tokenctl: warning: w", "tokenctl: note: i", "tokenctl: r"])
    }

    @Test func `a notice is one line, without anything that acts on a terminal`() {
        #expect(notes { $0.warn("a\u{1B}[2J\nb\u{9B}c") } == ["tokenctl: warning: a[2J bc"])
    }

    @Test func `a notice fits a person's terminal, and no word of it is broken`() {
        let terminal = RecordingTerminal(isWatched: true, width: 30)
        let address = "https://an.address.example/longer-than-a-line"
        Notices(terminal: terminal, isQuiet: false, isVerbose: false).inform("the answer came from \(address) just now")
        #expect(terminal.notes == ["tokenctl: note: the answer", "came from", address, "just now"])
    }
}
