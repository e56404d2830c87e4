import Synchronization

/// Keeps the lines that are said to it.
package final class Remarks: Sendable {
    private let said = Mutex<[String]>([])

    package init() {}

    package var lines: [String] { said.withLock { $0 } }

    package func add(_ line: String) { said.withLock { $0.append(line) } }
}
