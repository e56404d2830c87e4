package import OAuth
package import World

/// Brings the rows of other programs' cache files into this program's own cache.
package struct CacheImport {
    /// What became of the rows.
    package struct Report: Sendable {
        /// Rows that are in the cache now; an account is counted with each of its apps.
        package internal(set) var taken = 0
        /// Rows that stayed out, as the cache has what is as new.
        package internal(set) var known = 0
        /// Rows that have no place: why, and the names that the rows have in their file.
        package internal(set) var leftOut: [(reason: String, rows: [String])] = []
        /// Whether all of it is on disk.
        package internal(set) var isWritten = true
    }

    private let folder: CacheFolder
    private let clock: any WallClock
    private var plan: ImportPlan

    /// - Parameters:
    ///   - authority: of the rows with its host, which do not tell its port or policy; nil for Microsoft's own.
    ///   - warn: is told of each trouble, in a line for people.
    package init(
        into store: any Store, clock: any WallClock, at authority: Authority?,
        warn: @escaping @Sendable (String) -> Void
    ) {
        folder = CacheFolder(store: store, clock: clock, warn: warn)
        self.clock = clock
        plan = ImportPlan(at: authority, now: clock.now)
    }

    /// Takes in the text of a file; nothing is written yet.
    ///
    /// - Throws: `badData` when it is no cache of MSAL's.
    package mutating func add(_ bytes: [UInt8], named name: String) throws(Failure) {
        let content: CacheFile
        do {
            content = try CacheFile(parsing: bytes)
        } catch {
            throw Failure(.badData, "\(name) is no cache of an MSAL library: \(error)")
        }
        guard content.isCache else {
            throw Failure(.badData, "\(name) is no cache of an MSAL library: it has none of a cache's sections")
        }
        plan.add(content)
    }

    /// Writes what was taken in.
    ///
    /// - Parameter isDry: tell only what would happen.
    package func run(isDry: Bool) -> Report {
        var report = Report()
        report.leftOut = ImportedRow.Obstacle.allCases.compactMap { obstacle in
            let rows = plan.leftOut.filter { $0.obstacle == obstacle }.map { "\($0.section) '\($0.key)'" }
            return rows.isEmpty ? nil : (obstacle.rawValue, rows)
        }
        // Indexes come last: they lead to files that are there.
        for (name, rows) in plan.files.sorted(by: { $0.key > $1.key }) {
            let partition = Partition(fileName: name)
            let rows = rows.content
            var count = MergeCount()
            if isDry {
                var file = folder.read(partition) ?? CacheFile()
                count = file.merge(rows)
            } else {
                let isWritten = folder.update(partition) { count = $0.merge(rows) }
                report.isWritten = report.isWritten && isWritten
            }
            // Who is in an index is in another file, too.
            guard AccountIndexName(name) == nil else { continue }
            report.taken += count.taken
            report.known += count.older
        }
        return report
    }
}
