import OAuth
import World

/// What came of verifying one or many tokens, as a failure and in lines for people.
struct VerificationSummary {
    /// In the order of the input, with the line that each token stood in.
    let reports: [(line: Int, report: VerificationReport)]

    /// The worst of all: the one with the highest exit status; nil when all tokens are good.
    var failure: Failure? {
        let bad = reports.filter { $0.report.verdict != .verified }
        let codes = bad.compactMap(\.report.verdict.code)
        guard let code = codes.max(by: { ExitStatus($0).rawValue < ExitStatus($1).rawValue }) else { return nil }
        guard reports.count == 1 else {
            return Failure(code, "\(bad.count) of \(reports.count) tokens are not verified")
        }
        let failures = bad.flatMap(\.report.failures)
        let reason = failures.count == 1 ? failures[0].words : "\(failures.count) checks failed"
        return Failure(code, "\(Self.beginning(code)): \(reason)", hint: Self.hint(code))
    }

    /// Each thing that is wrong, where the failure itself does not say it.
    var lines: [String] {
        reports.flatMap { line, report in
            let failures = reports.count == 1 && report.failures.count == 1 ? [] : report.failures
            return failures.map { (reports.count == 1 ? "" : "line \(line): ") + $0.words }
        }
    }

    private static func beginning(_ code: Failure.Code) -> String {
        switch code {
        case .notVerifiable: "the token cannot be verified here"
        case .badData: "the token is malformed"
        default: "the token is not verified"
        }
    }

    private static func hint(_ code: Failure.Code) -> String? {
        code == .notVerified ? "see what it says with tokenctl decode --annotate" : nil
    }
}
