import OAuth
import World

/// What came of verifying one or many tokens, as a failure and in lines for people.
struct VerificationSummary {
    /// In the order of the input, with the line that each token stood in.
    private let reports: [(line: Int, report: VerificationReport)]

    init(lines: [Int], reports: [VerificationReport]) {
        self.reports = zip(lines, reports).map { (line: $0, report: $1) }
    }

    /// The worst of all: the one with the highest exit status; nil when all tokens are good.
    ///
    /// - Parameter isDetailed: whether it says all that is wrong itself, where there are no lines beside it.
    func failure(isDetailed: Bool) -> Failure? {
        let bad = reports.filter { $0.report.verdict != .verified }
        let codes = bad.compactMap(\.report.verdict.code)
        guard let code = codes.max(by: { ExitStatus($0).rawValue < ExitStatus($1).rawValue }) else { return nil }
        let failures = bad.flatMap(\.report.failures)
        let beginning =
            reports.count == 1 ? Self.beginning(code) : "\(bad.count) of \(reports.count) tokens are not verified"
        let details: String? =
            if isDetailed || isOneFailureOfOne {
                words.prefix(Self.mostWords).joined(separator: "; ")
            } else {
                reports.count == 1 ? "\(failures.count) checks failed" : nil
            }
        return Failure(
            code, [beginning, details].compactMap(\.self).joined(separator: ": "),
            hint: failures.lazy.compactMap(\.hint).first ?? Self.hint(code))
    }

    /// Each thing that is wrong, where the failure itself does not say it.
    var lines: [String] { isOneFailureOfOne ? [] : words }

    private var words: [String] {
        reports.flatMap { line, report in
            report.failures.map { (reports.count == 1 ? "" : "line \(line): ") + $0.words }
        }
    }

    private var isOneFailureOfOne: Bool { reports.count == 1 && reports[0].report.failures.count == 1 }

    private static let mostWords = 50

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
