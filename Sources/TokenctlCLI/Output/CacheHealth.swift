import JOSE
import TokenCache
import World

/// What came of looking for what is wrong with the cache.
struct CacheHealth {
    let problems: [CacheProblem]

    /// Litter does no harm, and is no failure.
    private var failing: [CacheProblem] { problems.filter { $0.severity != .note } }

    /// nil when all is well.
    var failure: Failure? {
        switch failing.count {
        case 0: nil
        case 1: Failure(.notVerified, "the cache is not in order: \(failing[0].words)", hint: hint)
        default: Failure(.notVerified, "the cache is not in order: \(failing.count) problems", hint: hint)
        }
    }

    /// Each thing that is wrong, where the failure itself does not say it.
    var lines: [String] { failing.count == 1 ? [] : failing.map(\.words) }

    /// What is worth knowing beside.
    var remarks: [String] { problems.filter { $0.severity == .note }.map(\.words) }

    private var hint: String {
        "modes are put right when a file is used; see tokenctl cache prune and tokenctl cache clear for the rest"
    }

    /// All keys, always.
    var json: JSON {
        .object([
            "schema": .integer(1), "ok": .bool(failing.isEmpty),
            "problems": .array(
                problems.map { problem in
                    .object([
                        "file": .string(problem.file), "problem": .string(problem.problem),
                        "severity": .string(problem.severity.rawValue),
                    ])
                }),
        ])
    }
}

extension CacheProblem {
    fileprivate var words: String { "\(file): \(problem)" }
}
