package import World

/// Shell commands whose output is written down.
package struct FakeProcesses: Processes {
    private let outputs: [String: Result<String, Failure>]

    package init(_ outputs: [String: Result<String, Failure>]) { self.outputs = outputs }

    package func output(ofShellCommand command: String, limit: Int) throws(Failure) -> [UInt8] {
        guard let output = outputs[command] else { return try Missing().output(ofShellCommand: command, limit: limit) }
        return Array(try output.get().utf8)
    }

    package func becomeSibling(_ name: String, arguments: [String]) throws(Failure) -> Never {
        throw Failure(.unavailable, "cannot run '\(name)' with \(arguments)")
    }
}
