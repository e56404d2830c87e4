import OAuth
import World

/// What one AADSTS number, or one OAuth error name, stands for.
struct Explanation {
    /// `AADSTS50076`, or the error's name.
    let title: String
    let number: Int?
    let meaning: String?
    let fault: Fault?
    let remedy: String
    let code: Failure.Code?
    let isWorthRetrying: Bool

    private init(number: Int) {
        title = "AADSTS\(number)"
        self.number = number
        let known = EntraError.known[number]
        meaning = known?.meaning
        fault = known?.fault
        remedy = known?.hint ?? "look it up at https://login.microsoftonline.com/error?code=\(number)"
        code = known?.code
        isWorthRetrying = known?.isWorthRetrying ?? false
    }

    private init(_ name: ErrorName) {
        title = name.name
        number = nil
        meaning = name.meaning
        fault = name.fault
        remedy = name.hint
        code = name.code
        isWorthRetrying = name.code == .tryAgain
    }

    /// Each number that is reported; where there is none, the error's name.
    ///
    /// - Throws: `badData` where there is neither, `notVerified` where no number is known.
    static func all(of report: ReportedError) throws(Failure) -> [Explanation] {
        let explanations = report.numbers.map(Explanation.init(number:))
        if explanations.isEmpty, let name = report.name { return [Explanation(name)] }
        guard let first = explanations.first else {
            throw Failure(
                .badData, "there is no error code in the input",
                hint: "give a number such as AADSTS50076, an OAuth error name, a whole error or a whole token")
        }
        guard explanations.contains(where: { $0.meaning != nil }) else {
            throw Failure(.notVerified, "this version does not know \(first.title)", hint: first.remedy)
        }
        return explanations
    }

    var lines: [String] {
        var lines = ["\(title): \(meaning ?? "this version does not know it")"]
        if let fault { lines.append("whose fault: \(fault.words)") }
        lines.append("what to do: \(remedy)")
        if let code {
            let name = code.rawValue.replacing("_", with: "-")
            lines.append("exit status: \(ExitStatus(code).rawValue) (\(name))")
        }
        return lines
    }
}
