import Synchronization
package import World

/// A terminal that keeps what is written to it.
package final class RecordingTerminal: Terminal {
    private struct State {
        var output = ""
        var notes: [String] = []
        var prompts: [String] = []
    }

    private let state = Mutex(State())
    private let answer: String?
    private let isFull: Bool
    package let isWatched: Bool

    /// - Parameters:
    ///   - answer: what the person types when asked; nil for no person.
    ///   - isFull: standard output cannot be written.
    package init(isWatched: Bool = false, answer: String? = nil, isFull: Bool = false) {
        self.isWatched = isWatched
        self.answer = answer
        self.isFull = isFull
    }

    /// All of standard output.
    package var output: String { state.withLock { $0.output } }

    /// The lines on standard error.
    package var notes: [String] { state.withLock { $0.notes } }

    package var prompts: [String] { state.withLock { $0.prompts } }

    package func print(_ text: String) throws(Failure) {
        guard !isFull else { throw Failure(.io, "cannot write to standard output: No space left on device") }
        state.withLock { $0.output += text }
    }

    package func note(_ line: String) { state.withLock { $0.notes.append(line) } }

    package func askSecret(_ prompt: String) throws(Failure) -> Secret {
        state.withLock { $0.prompts.append(prompt) }
        guard let answer else { throw Failure(.noInput, "there is no terminal to ask on") }
        return Secret(answer)
    }
}
