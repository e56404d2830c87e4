import JOSE
import OAuth

/// Why an API would refuse a token: what `explain` says of one.
struct TokenExplanation {
    let examination: TokenExamination

    var lines: [[String]] {
        let findings = examination.findings
        let surely = findings.contains(where: \.isCertain)
        return [[title]]
            + (surely ? [] : [["nothing in the token itself explains for sure why an API would refuse it"]])
            + findings.map(\.lines)
            + [
                [
                    "cannot be seen from here: whether the signature is right, policies such as conditional access, the "
                        + "API's own settings, and whether the token was revoked; nothing was verified"
                ]
            ]
    }

    private var title: String {
        let token = examination.token
        let audience = token.audiences.first.map { " for \(TokenExamination.named($0))" } ?? ""
        return "token: " + TokenTitle(token).short + audience
    }

    /// All keys, always.
    var json: JSON {
        .object([
            "schema": .integer(1), "kind": .string(examination.token.kind.rawValue),
            "version": .optional(examination.version), "reasons": .array(examination.findings.map(\.json)),
        ])
    }
}
