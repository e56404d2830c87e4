/// Standard output and standard error, and the person who may be sitting there.
package protocol Terminal: Sendable {
    /// Writes the result to standard output.
    ///
    /// - Throws: `io` when it cannot be written whole.
    func print(_ text: String) throws(Failure)

    /// Writes a line for people to standard error; failures are ignored, as nobody could be told.
    func note(_ line: String)

    /// Whether standard error is a terminal: someone may be reading notes.
    var isWatched: Bool { get }

    /// Asks for a secret on the controlling terminal, without echo.
    ///
    /// - Throws: `noInput` when there is no terminal.
    func askSecret(_ prompt: String) throws(Failure) -> Secret
}
