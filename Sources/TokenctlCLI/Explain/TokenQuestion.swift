import JOSE
import OAuth
import World

/// What is asked about a token: why an API would refuse it, or what takes it away.
struct TokenQuestion {
    let api: APIName?
    let requirements: [ClaimRule]
    let isAboutRevocation: Bool

    /// - Throws: `usage` where the options contradict each other.
    init(api: String?, requirements: [String], revocation: Bool) throws(Failure) {
        guard !revocation || (api == nil && requirements.isEmpty) else {
            throw Failure(
                .usage, "--revocation cannot go together with --for or --require", hint: "ask one question at a time")
        }
        guard api?.isEmpty != true else {
            throw Failure(.usage, "--for is empty", hint: "give the API's client id or URI, or graph, or arm")
        }
        // Nobody who gives a token here wants to see it again.
        guard api.map({ TokenGuess.isToken(Array($0.utf8)) }) != true else {
            throw Failure(.usage, "--for takes the name of an API, not a token", hint: "give the token as the argument")
        }
        self.api = api.map(APIName.init)
        var parsed: [ClaimRule] = []
        for text in requirements { parsed.append(try ClaimRule(text)) }
        self.requirements = parsed
        isAboutRevocation = revocation
    }

    /// Whether only a token can be meant.
    var isExplicit: Bool { api != nil || !requirements.isEmpty || isAboutRevocation }

    /// The whole revocation table, without any token.
    static var table: (lines: [[String]], json: JSON) {
        let report = RevocationReport(examination: nil)
        return (report.lines, report.json)
    }

    /// - Throws: `badData` for what is no token that can be read, and why that matters.
    func answer(for bytes: [UInt8], now: Int) throws(Failure) -> (lines: [[String]], json: JSON) {
        let examination = TokenExamination(
            decoded: try decoded(bytes), api: api, requirements: requirements, now: now)
        if isAboutRevocation {
            let report = RevocationReport(examination: examination)
            return (report.lines, report.json)
        }
        let explanation = TokenExplanation(examination: examination)
        return (explanation.lines, explanation.json)
    }

    private func decoded(_ bytes: [UInt8]) throws(Failure) -> DecodedToken {
        let single: TokenInput.Candidate
        do {
            let input = try TokenInput(bytes)
            _ = try input.single
            single = input.candidates[0]
        } catch {
            throw error.within("cannot explain the token")
        }
        do {
            return try DecodedToken(single)
        } catch {
            var failure = error.within("cannot explain the token")
            failure.hint = failure.hint ?? Self.hint(for: single.text)
            throw failure
        }
    }

    /// What the shape of an unreadable token tells.
    private static func hint(for text: String) -> String {
        switch text.utf8.count(where: { $0 == UInt8(ascii: ".") }) {
        case 0:
            "an opaque token, as for a personal Microsoft account or another provider: only its API can read it, or "
                + "introspection at the issuer"
        case 1: "a part is missing: give the whole token, as it was issued"
        case 4: "only the API that it is for has the key; ask there why it was refused"
        default: "give the whole token, as it was issued: another API refuses a damaged one too"
        }
    }
}
