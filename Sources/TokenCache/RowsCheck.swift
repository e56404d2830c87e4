import JOSE

/// What is wrong with the rows of one section, and with their being in this file.
struct RowsCheck {
    /// In words for people, each once.
    let problems: [(words: String, severity: CacheProblem.Severity)]

    init(_ section: CacheSection, of file: CacheFile, in name: PartitionName) {
        var counts: [(words: String, severity: CacheProblem.Severity, count: Int)] = []
        func add(_ words: String, _ severity: CacheProblem.Severity) {
            if let index = counts.firstIndex(where: { $0.words == words }) {
                counts[index].count += 1
            } else {
                counts.append((words, severity, 1))
            }
        }
        for row in file.rows(of: section) {
            let wrong = RowCheck.problems(of: row, in: section)
            wrong.forEach { add($0, .error) }
            guard wrong.isEmpty, let stray = Self.stray(row, in: section, name) else { continue }
            add(stray, .warning)
        }
        problems = counts.map { words, severity, count in
            ("\(count == 1 ? "a row" : "\(count) rows") of \(section.rawValue): \(words)", severity)
        }
    }

    /// Why nobody looks for the row in a file of that name; nil where it is right there.
    private static func stray(_ row: JSON, in section: CacheSection, _ name: PartitionName) -> String? {
        let home = row["home_account_id"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        // Refresh tokens of a family are good for all its apps.
        let isOfFamily = section == .refreshToken && row["family_id"]?.stringValue != nil
        if let clientID = name.clientID, section.hasSecrets, !isOfFamily, row["client_id"]?.stringValue != clientID {
            return "it is another app's, and stands in the wrong file"
        }
        if name.kind == .app, home != nil { return "it is a person's, and stands in an app's file" }
        if let owner = name.homeAccountID, home != owner {
            return "it is another account's, and stands in the wrong file"
        }
        return nil
    }
}
