import JOSE
import OAuth
import World

/// What stands in a report beside its number, and what was said of the assertion.
struct ErrorDetails {
    let report: ReportedError
    /// The assertion that was given to compare.
    let assertion: AssertionClaims?

    var lines: [String] {
        let traces = [
            report.correlationID.map { "correlation id: \($0)" }, report.timestamp.map { "timestamp: \($0)" },
        ].compactMap(\.self)
        return [report.suberror.map { "suberror: \($0.rawValue): \($0.meaning)" }].compactMap(\.self)
            + (report.presented?.lines(prefix: "") ?? [])
            + (assertion?.lines(prefix: "assertion ") ?? [])
            + [report.window?.line, traces.isEmpty ? nil : traces.joined(separator: ", ")].compactMap(\.self)
            + [report.claims.map { "claims challenge, for --claims: \($0)" }].compactMap(\.self)
    }

    /// All keys, always.
    func json(of explanation: Explanation) -> JSON {
        .object([
            "schema": .integer(1), "code": explanation.number.map { .integer($0) } ?? .null,
            "error": .optional(report.name?.name), "suberror": .optional(report.suberror?.rawValue),
            "meaning": .optional(explanation.meaning), "fault": .optional(explanation.fault?.rawValue),
            "remedy": .string(explanation.remedy),
            "exit": explanation.code.map { .integer(Int(ExitStatus($0).rawValue)) } ?? .null,
            "kind": .optional(explanation.code?.rawValue), "retryable": .bool(explanation.isWorthRetrying),
            "correlation_id": .optional(report.correlationID), "timestamp": .optional(report.timestamp),
            "claims": .optional(report.claims), "presented": report.presented?.json ?? .null,
            "assertion": assertion?.json ?? .null,
            "seconds_outside": report.window?.secondsOutside.map { .integer($0) } ?? .null,
        ])
    }
}
