import Testing

/// Odd answers of one kind.
struct AnswerTable: Sendable, CustomTestStringConvertible {
    let kind: String
    let rows: [OddAnswer]

    var testDescription: String { kind }

    init(_ kind: String, _ rows: [OddAnswer]) {
        self.kind = kind
        self.rows = rows
    }
}
