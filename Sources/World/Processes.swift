/// Other programs.
package protocol Processes: Sendable {
    /// The standard output of a shell command; its standard input is empty, its standard error is ours.
    ///
    /// - Throws: `noInput` when it cannot be run or ends with a status other than 0; `badData` when it says more than `limit` bytes.
    func output(ofShellCommand command: String, limit: Int) throws(Failure) -> [UInt8]

    /// Becomes the program of that name that lies beside this one.
    ///
    /// - Throws: `unavailable` when there is none; returns only by throwing.
    func becomeSibling(_ name: String, arguments: [String]) throws(Failure) -> Never
}
