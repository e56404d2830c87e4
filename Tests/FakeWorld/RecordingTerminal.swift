import Synchronization
package import World

/// A terminal that keeps what is written to it.
package final class RecordingTerminal: Terminal {
    private struct State {
        var output = ""
        var notes: [String] = []
        var prompts: [String] = []
        var statuses: [String?] = []
        var sequences: [String] = []
    }

    private let state = Mutex(State())
    private let answer: String?
    private let isFull: Bool
    package let isWatched: Bool
    package let isPlain: Bool
    package let width: Int

    /// - Parameters:
    ///   - answer: what the person types when asked; nil for no person.
    ///   - isFull: standard output cannot be written.
    ///   - isPlain: escape sequences are unwelcome.
    package init(
        isWatched: Bool = false, answer: String? = nil, isFull: Bool = false, isPlain: Bool = true, width: Int = 80
    ) {
        self.isWatched = isWatched
        self.isPlain = isPlain
        self.width = width
        self.answer = answer
        self.isFull = isFull
    }

    /// All of standard output.
    package var output: String { state.withLock { $0.output } }

    /// The lines on standard error.
    package var notes: [String] { state.withLock { $0.notes } }

    package var prompts: [String] { state.withLock { $0.prompts } }

    /// What the status line said, one after the other; nil where it was taken away.
    package var statuses: [String?] { state.withLock { $0.statuses } }

    package var sequences: [String] { state.withLock { $0.sequences } }

    package var isInteractive: Bool { answer != nil }

    package func print(_ text: String) throws(Failure) {
        guard !isFull else { throw Failure(.io, "cannot write to standard output: No space left on device") }
        state.withLock { $0.output += text }
    }

    package func note(_ line: String) { state.withLock { $0.notes.append(line) } }

    package func ask(_ prompt: String) throws(Failure) -> String {
        state.withLock { $0.prompts.append(prompt) }
        guard let answer else { throw Failure(.noInput, "there is no terminal to ask on") }
        return answer
    }

    package func askSecret(_ prompt: String) throws(Failure) -> Secret { Secret(try ask(prompt)) }

    package func status(_ text: String?) {
        state.withLock { if isWatched && !isPlain { $0.statuses.append(text) } }
    }

    package func control(_ sequence: String) {
        state.withLock { if isWatched && !isPlain { $0.sequences.append(sequence) } }
    }
}
