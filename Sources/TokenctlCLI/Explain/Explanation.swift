import OAuth
import World

/// What one AADSTS or AADB2C number, or one OAuth error name, stands for.
struct Explanation {
    /// `AADSTS50076`, or the error's name.
    let title: String
    /// Behind `AADSTS`.
    let number: Int?
    let meaning: String?
    let fault: Fault?
    let remedy: String
    let code: Failure.Code?
    let isWorthRetrying: Bool

    private init(number: Int) {
        self.init(
            "AADSTS\(number)", number, EntraError.known[number],
            place: "https://login.microsoftonline.com/error?code=\(number)")
    }

    private init(ofB2C number: Int) {
        self.init(
            "AADB2C\(number)", nil, EntraError.known(toB2C: number),
            place: "\(EntraError.listOfB2C), as it is Azure AD B2C's")
    }

    /// - Parameter place: where to look up what is not known.
    private init(_ title: String, _ number: Int?, _ known: EntraError?, place: String) {
        self.title = title
        self.number = number
        meaning = known?.meaning
        fault = known?.fault
        remedy = known?.hint ?? "look it up at \(place)"
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
        let explanations =
            report.numbers.map(Explanation.init(number:)) + report.numbersOfB2C.map(Explanation.init(ofB2C:))
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
