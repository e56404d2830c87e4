import Foundation
import TestSupport

/// A token as `verify -o json` judged it.
struct VerificationReport: Decodable, Sendable {
    struct Failure: Decodable, Sendable {
        let check: String
        let expected: String
        let actual: String
    }

    let schema: Int
    let verified: Bool
    let failures: [Failure]
    let kid: String?
    let alg: String?
    let issuer: String?

    /// One a line.
    static func all(in run: ProcessRun) throws -> [VerificationReport] {
        try run.outputBytes.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(VerificationReport.self, from: $0)
        }
    }
}
