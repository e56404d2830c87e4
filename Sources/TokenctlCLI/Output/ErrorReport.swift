import JOSE
import World

/// A failure, written for a person or for a program.
struct ErrorReport {
    private let failure: Failure

    init(_ failure: Failure) { self.failure = failure }

    func write(as format: ErrorFormat, to terminal: any Terminal) {
        switch format {
        case .json: terminal.note(PrintableText.json(JSON.object(json).compact))
        case .text: lines.forEach { terminal.note($0) }
        }
    }

    /// What failed and why, what to do, and where to look it up in the provider's logs.
    private var lines: [String] {
        var lines = ["tokenctl: \(failure.message)"]
        // The parser's way of using a command has several lines; hints are never a server's words.
        if let hint = failure.hint { lines += "hint: \(hint)".split(separator: "\n").map(String.init) }
        let answer = failure.answer
        let traces = [
            answer?.correlationID.map { "correlation id: \($0.prefix(100))" },
            answer?.timestamp.map { "timestamp: \($0.prefix(100))" },
        ]
        if traces.contains(where: { $0 != nil }) { lines.append(traces.compactMap(\.self).joined(separator: ", ")) }
        return lines.map { PrintableText.line($0) }
    }

    /// All keys, always; strings of the server as it sent them.
    private var json: JSONObject {
        let answer = failure.answer
        return [
            "schema": .integer(1), "kind": .string(failure.code.rawValue), "error": .optional(answer?.error),
            "suberror": .optional(answer?.suberror), "code": answer?.number.map { .integer($0) } ?? .null,
            "description": .string(answer?.description ?? failure.message),
            "correlation_id": .optional(answer?.correlationID), "trace_id": .optional(answer?.traceID),
            "timestamp": .optional(answer?.timestamp), "claims": .optional(answer?.claims),
            "hint": .optional(failure.hint), "retryable": .bool(failure.isRetryable),
            "exit": .integer(Int(ExitStatus(failure.code).rawValue)),
        ]
    }
}
