/// Something that is not as it should be in a folder of the program.
package struct CacheProblem: Sendable {
    package enum Severity: String, Sendable {
        /// Tokens can be read by others, or files are of no use.
        case error
        /// What is there works for some, or is not found.
        case warning
        /// Litter: it does no harm, and goes with time.
        case note
    }

    /// Below the folder of the program's own files: `cache/app@….json`, or `cache` itself.
    package let file: String
    /// What is wrong with it, after "it": "can be read by others: its mode is 644".
    package let problem: String
    package let severity: Severity

    init(_ file: String, _ problem: String, _ severity: Severity = .error) {
        self.file = file
        self.problem = problem
        self.severity = severity
    }
}
