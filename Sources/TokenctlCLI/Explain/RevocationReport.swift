import JOSE
import OAuth

/// What takes a token away before its time, and how long it lasts otherwise: `explain --revocation`.
struct RevocationReport {
    /// nil for the whole table.
    let examination: TokenExamination?

    private var kinds: [RevocationKind] {
        examination.map { RevocationKind.candidates(for: $0.token) } ?? RevocationKind.allCases
    }

    /// Paragraphs of lines; the table is one of them.
    var lines: [[String]] {
        let rows = RevocationEvent.allCases.map { event in
            [event.words] + kinds.map { event.revokes($0) ? "revoked" : "active" }
        }
        let table = Table([""] + kinds.map(\.heading.0), [["WHEN"] + kinds.map(\.heading.1)] + rows).text.split(
            separator: "\n"
        ).map(String.init)
        return [tokenLines, table, Self.meaningOfTable, lifetimeLines].filter { !$0.isEmpty }
    }

    private var tokenLines: [String] {
        guard let examination else { return [] }
        var lines = ["token: " + TokenTitle(examination.token).short]
        if kinds.count == 1 {
            lines.append("its kind: \(kinds[0].words)")
        } else {
            let reason =
                examination.token.claims["amr"] == nil
                ? "the token does not say how the user signed in: version 2.0 tokens have no amr"
                : "the token does not say whether the app proved who it is"
            lines.append("its kind: one of the columns; \(reason)")
        }
        if examination.token.kind == .app {
            lines.append(
                "an app's own token has no refresh token: to end it, take the app's credentials or permissions away")
        }
        return lines
    }

    private static let meaningOfTable = [
        "PASSWORD: the user typed one; OTHER: none, as with Windows Hello, a FIDO2 key or a PIN; CONFIDENTIAL CLIENT: the "
            + "token of an app that proves who it is",
        "what is revoked is the refresh token or the session: an access token that is out stays good until it expires "
            + "(exp), unless its API does continuous access evaluation",
        "a refresh token is not revoked by being redeemed for a new one",
    ]

    private var lifetimeLines: [String] {
        (examination.map { TokenLifetime($0).lines } ?? []) + TokenLifetime.defaults
    }

    /// All keys, always.
    var json: JSON {
        .object([
            "schema": .integer(1), "kind": examination.map { .string($0.token.kind.rawValue) } ?? .null,
            "version": .optional(examination?.version), "candidates": .array(kinds.map { .string($0.rawValue) }),
            "events": .array(
                RevocationEvent.allCases.map { event in
                    let states = kinds.map { kind in
                        JSONObject.Member(kind.rawValue, .string(event.revokes(kind) ? "revoked" : "active"))
                    }
                    return .object(JSONObject(members: [.init("event", .string(event.rawValue))] + states))
                }),
            "lifetime": examination.map { TokenLifetime($0).json } ?? .null,
            "continuous_access_evaluation": examination.map { .bool($0.isContinuouslyEvaluated) } ?? .null,
        ])
    }
}
