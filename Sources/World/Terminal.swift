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

    /// Whether standard output is a terminal: the result is looked at and goes nowhere else.
    var isShown: Bool { get }

    /// Whether a person can be asked: there is a controlling terminal, wherever the standard streams go.
    var isInteractive: Bool { get }

    /// Whether standard input is a terminal, and nothing was piped in.
    var isTyped: Bool { get }

    /// Whether escape sequences are unwelcome: `TERM` is unset or `dumb`, or `NO_COLOR` is set (no-color.org).
    var isPlain: Bool { get }

    /// Columns of the terminal that standard error is; where it is none, `COLUMNS`, or 80.
    var width: Int { get }

    /// Asks for a line on the controlling terminal; what is typed can be seen.
    ///
    /// - Returns: the line without its end, however long: nothing is cut off at 4095 bytes.
    /// - Throws: `noInput` when there is no terminal or it ends without a line.
    func ask(_ prompt: String) throws(Failure) -> String

    /// Asks for a secret on the controlling terminal, without echo.
    ///
    /// - Throws: `noInput` when there is no terminal.
    func askSecret(_ prompt: String) throws(Failure) -> Secret

    /// Shows a line that is rewritten in place, below all notes; nil takes it away.
    ///
    /// Does nothing when standard error is no terminal or escape sequences are unwelcome.
    func status(_ text: String?)

    /// Sends an escape sequence to the terminal that standard error is.
    ///
    /// Does nothing when it is none or escape sequences are unwelcome.
    func control(_ sequence: String)
}
