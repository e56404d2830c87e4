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
    package let isShown: Bool
    package let isTyped: Bool
    package let isPlain: Bool
    package let width: Int

    /// - Parameters:
    ///   - answer: what the person types when asked; nil for no person.
    ///   - isFull: standard output cannot be written.
    package init(
        isWatched: Bool = false, isShown: Bool = false, isTyped: Bool = false, isPlain: Bool = true, width: Int = 80,
        answer: String? = nil, isFull: Bool = false
    ) {
        self.isWatched = isWatched
        self.isShown = isShown
        self.isTyped = isTyped
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

    package func print(_ text: String) throws(Failure) {
        guard !isFull else { throw Failure(.io, "cannot write to standard output: No space left on device") }
        state.withLock { $0.output += text }
    }

    package func note(_ line: String) { state.withLock { $0.notes.append(line) } }

    package var isInteractive: Bool { answer != nil }

    package func ask(_ prompt: String) throws(Failure) -> String {
        state.withLock { $0.prompts.append(prompt) }
        guard let answer else { throw Failure(.noInput, "there is no terminal to ask on") }
        return answer
    }

    package func status(_ text: String?) {}

    package func control(_ sequence: String) { if !isPlain { state.withLock { $0.notes.append(sequence) } } }

    package func askSecret(_ prompt: String) throws(Failure) -> Secret {
        state.withLock { $0.prompts.append(prompt) }
        guard let answer else { throw Failure(.noInput, "there is no terminal to ask on") }
        return Secret(answer)
    }
}
