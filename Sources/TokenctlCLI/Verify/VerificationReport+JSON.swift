import JOSE
import OAuth

extension VerificationReport {
    /// All keys, always.
    var json: JSON {
        .object([
            "schema": .integer(1), "verified": .bool(verdict == .verified),
            "failures": .array(failures.map(\.json)), "kid": .optional(kid), "alg": .optional(alg),
            "issuer": .optional(issuer),
        ])
    }
}

extension CheckFailure {
    fileprivate var json: JSON {
        .object(["check": .string(check), "expected": .string(expected), "actual": .string(actual)])
    }
}
